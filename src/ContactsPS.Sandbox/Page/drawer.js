// The dialog at the right side: the details of a request, or the history of a contact.

import { find, make } from './dom.js';

let latest = 0;

/**
 * Opens the dialog with the { title, content } that a promise brings. Escape, the button and a click beside it close it.
 * An answer that comes after the dialog was closed, or after something else was opened, is not shown.
 */
export async function openDrawer(loading) {
  const turn = ++latest;
  const { title, content } = await loading.catch(error => ({ title: 'Not available', content: make('p', {}, error.message) }));
  if (turn !== latest) {
    return;
  }
  const drawer = find('drawer');
  find('drawer-title').replaceChildren(...[title].flat());
  find('drawer-body').replaceChildren(...[content].flat().filter(Boolean));
  find('drawer-body').scrollTop = 0;
  if (!drawer.open) {
    drawer.showModal();
  }
  find('drawer-title').focus();
}

/** Makes the dialog close. */
export function start() {
  const drawer = find('drawer');
  drawer.addEventListener('close', () => latest++);
  find('drawer-close').addEventListener('click', () => drawer.close());
  drawer.addEventListener('click', event => {
    if (event.target === drawer && event.clientX < drawer.getBoundingClientRect().left) {
      drawer.close();
    }
  });
}
