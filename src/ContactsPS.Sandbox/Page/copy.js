// Buttons that copy a text.

import { announce, make } from './dom.js';

/** Makes a button that copies the text. */
export function copyButton(label, text) {
  const button = make('button', { type: 'button', class: 'small quiet' }, label);
  onCopy(button, text);
  return button;
}

/** Makes a button copy the text when it is pressed. */
export function onCopy(button, text) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(typeof text === 'function' ? text() : text);
    button.textContent = 'Copied';
    announce('Copied');
    setTimeout(() => { button.textContent = label; }, 1200);
  });
}
