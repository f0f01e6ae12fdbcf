// Which view is shown. The address has it after the #, so that it can be kept and the Back button works.

import { find } from './dom.js';

const names = ['requests', 'contacts', 'optouts', 'faults'];

/** The name of the view that is shown. */
export const current = () => names.find(name => location.hash.slice(1).split('?')[0] === name) ?? 'requests';

/** Shows a view. */
export function go(name) {
  location.hash = name;
}

/** Shows the view of the address, now and when it changes. */
export function start(onShown) {
  const show = () => {
    for (const name of names) {
      find(`view-${name}`).hidden = name !== current();
    }
    for (const link of document.querySelectorAll('[data-view]')) {
      if (link.dataset.view === current()) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    }
    onShown(current());
  };
  addEventListener('hashchange', () => {
    show();
    find('main').focus();
  });
  show();
}
