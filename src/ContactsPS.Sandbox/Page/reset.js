// The reset, after a question.

import { send } from './api.js';
import { announce, find } from './dom.js';

/** Makes the button work. */
export function start() {
  const ask = find('ask');
  find('reset').addEventListener('click', () => {
    ask.returnValue = '';
    ask.showModal();
  });
  ask.addEventListener('close', async () => {
    if (ask.returnValue === 'reset') {
      await send('POST', 'reset');
      announce('The sandbox was reset');
    }
  });
}
