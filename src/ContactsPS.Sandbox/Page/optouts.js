// The numbers that opted out.

import { read, send } from './api.js';
import { announce, find, make, setText } from './dom.js';
import { count } from './format.js';

const MOST = 500;

/** Makes the form work. */
export function start() {
  find('optout-form').addEventListener('submit', async event => {
    event.preventDefault();
    const input = find('optout-number');
    try {
      await send('POST', 'optouts', [input.value]);
      announce(`${input.value} opted out`);
      input.value = '';
      setText(find('optout-error'), '');
      await update();
    } catch (error) {
      setText(find('optout-error'), error.message.replace(/^Element 0 /, 'This '));
    }
    input.focus();
  });
}

/** Reads the numbers and shows them, the newest first. */
export async function update() {
  const numbers = (await read('optouts')).reverse();
  find('optouts').replaceChildren(...numbers.slice(0, MOST).map(number => make('li', {}, number,
    make('button', { type: 'button', class: 'small quiet', 'aria-label': `Remove ${number}`, onclick: () => remove(number) }, 'Remove'))));
  if (numbers.length > MOST) {
    find('optouts').append(make('li', {}, `and ${count(numbers.length - MOST)} more`));
  }
  find('optouts-empty').hidden = numbers.length > 0;
  find('optouts-empty').replaceChildren(make('h3', {}, 'Nobody opted out'));
}

async function remove(number) {
  await send('DELETE', `optouts/${encodeURIComponent(number)}`);
  announce(`${number} removed`);
  await update();
  find('optout-number').focus();
}
