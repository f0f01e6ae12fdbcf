// The live state of the sandbox, by server-sent events.

import { find, setText } from './dom.js';

/** Calls back with each state. The browser connects again by itself when the connection is lost. */
export function listen(onState) {
  const source = new EventSource('sandbox/events');
  source.addEventListener('state', event => {
    show('on', 'Live');
    onState(JSON.parse(event.data));
  });
  source.addEventListener('error', () => show('off', 'Not connected'));
}

function show(state, text) {
  find('live').className = `live ${state}`;
  setText(find('live-text'), text);
}
