// The dialog at the right side: the details of a request, or the history of a contact.

import { find } from './dom.js';

/** Opens the dialog with a title and content. Escape, the button and a click beside it close it. */
export function openDrawer(title, content) {
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
  find('drawer-close').addEventListener('click', () => drawer.close());
  drawer.addEventListener('click', event => {
    if (event.target === drawer && event.clientX < drawer.getBoundingClientRect().left) {
      drawer.close();
    }
  });
}
