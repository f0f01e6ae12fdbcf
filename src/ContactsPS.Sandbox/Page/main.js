// Puts the parts together: each state of the sandbox goes to the parts that are shown.

import * as contacts from './contacts.js';
import { onCopy } from './copy.js';
import { find, setText } from './dom.js';
import * as drawer from './drawer.js';
import { listen } from './events.js';
import * as faults from './faults.js';
import { count } from './format.js';
import * as groups from './groups.js';
import * as optouts from './optouts.js';
import * as requests from './requests.js';
import * as reset from './reset.js';
import * as views from './views.js';

const endpoint = new URL('v1/public/', location.href.split('#')[0]).href;

let latest = null;
let isShowing = false;

setText(find('endpoint'), endpoint);
onCopy(find('copy-endpoint'), endpoint);
drawer.start();
requests.start();
contacts.start(() => groups.update(contacts.filters));
optouts.start();
faults.start();
reset.start();
views.start(() => show());
listen(state => {
  latest = state;
  show();
});

// One update at a time: a state that comes in the meantime is shown after it.
async function show() {
  if (latest === null || isShowing) {
    return;
  }
  isShowing = true;
  const state = latest;
  const view = views.current();
  try {
    for (const name of ['requests', 'contacts', 'optouts']) {
      setText(find(`count-${name}`), count(state[name]));
    }
    faults.update(state);
    const shown = { requests: () => requests.update(state), contacts: () => contacts.update(), optouts: () => optouts.update() }[view];
    await Promise.all([groups.update(contacts.filters), shown?.()]);
  } finally {
    isShowing = false;
  }
  if (state !== latest || view !== views.current()) {
    await show();
  }
}
