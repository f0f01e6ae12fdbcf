// The history of a contact: which request set what.

import { read } from './api.js';
import { make } from './dom.js';
import { openDrawer } from './drawer.js';
import { call, date, plural } from './format.js';
import { jsonView } from './json.js';
import { openRequest, statusBadge } from './request.js';

/** Opens the history of a phone number. */
export const openContact = number => openDrawer(load(number));

async function load(number) {
  const path = encodeURIComponent(number);
  const [contacts, history, state] = await Promise.all([read('contacts', { phone_number: number }), read(`contacts/${path}/history`), read('state')]);
  return {
    title: number,
    content: [
      contacts[0] ? facts(contacts[0]) : make('p', { class: 'quietly' }, 'This contact was deleted.'),
      make('section', {}, make('h3', {}, `History: ${plural(history.length, 'request')}`),
        history.length === 0
          ? make('p', { class: 'quietly' }, 'The requests that named this number are no longer in the log.')
          : make('ol', { class: 'timeline' }, history.map(request => entry(request, state.login)))),
    ],
  };
}

function facts(contact) {
  const all = [
    ['First name', contact.first_name], ['Last name', contact.last_name],
    ['param1', contact.param1], ['param2', contact.param2], ['param3', contact.param3], ['param4', contact.param4], ['param5', contact.param5],
    ['Lists', contact.lists.join(', ')], ['Tags', contact.tags.join(', ')],
    ['Opted out', contact.opted_out ? 'yes' : null],
  ].filter(([, value]) => value);
  return make('section', { 'aria-label': 'Now' }, make('h3', {}, 'Now'),
    all.length === 0
      ? make('p', { class: 'quietly' }, 'Only a phone number.')
      : make('dl', { class: 'facts' }, all.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value)))));
}

function entry(request, login) {
  const done = request.status >= 200 && request.status < 300;
  return make('li', { class: !done && 'failed' },
    make('div', { class: 'head' },
      make('button', { type: 'button', class: 'link', onclick: () => openRequest(request.id, login) }, `#${request.id} ${call(request.path)}`),
      statusBadge(request),
      make('span', { class: 'time' }, date(request.received_at))),
    request.sent === null
      ? make('p', { class: 'quietly' }, 'The body is no longer kept.')
      : jsonView(JSON.stringify(request.sent), `What request ${request.id} sent`));
}
