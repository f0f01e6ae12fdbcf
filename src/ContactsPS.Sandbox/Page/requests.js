// The table of requests, the newest first. It follows the log while the first page is shown.

import { read, send } from './api.js';
import { find, make } from './dom.js';
import { call, count, failure, milliseconds, time } from './format.js';
import { noteSummary } from './notes.js';
import { openRequest, statusBadge } from './request.js';

const PAGE = 50;

let only = 'all';
let before = null;
let login = '';
let newest = 0;
let reading = 0;

/** Makes the buttons work. */
export function start() {
  for (const button of document.querySelectorAll('[data-only]')) {
    button.addEventListener('click', () => {
      only = button.dataset.only;
      before = null;
      for (const other of document.querySelectorAll('[data-only]')) {
        other.setAttribute('aria-pressed', String(other === button));
      }
      refresh();
    });
  }
  find('clear-requests').addEventListener('click', async () => {
    await send('DELETE', 'requests');
    before = null;
  });
}

/** Shows the state. The table is read again only on the first page, because a page in the past must not move. */
export async function update(state) {
  login = state.login;
  if (before === null) {
    await refresh();
  }
}

async function refresh() {
  const turn = ++reading;
  const rows = await read('requests', { order: 'newest', limit: PAGE + 1, body: 'false', only, before });
  if (turn !== reading) {
    // Another filter was chosen in the meantime: its rows are read, or shown already.
    return;
  }
  const shown = rows.slice(0, PAGE);
  const focused = document.activeElement?.closest('tr')?.dataset.id;
  const known = new Map([...find('requests').children].map(row => [row.dataset.id, row]));
  find('requests').replaceChildren(...shown.map(request => known.get(String(request.id)) ?? row(request, newest > 0 && request.id > newest)));
  newest = Math.max(newest, ...rows.map(request => request.id));
  if (focused) {
    find('requests').querySelector(`[data-id="${focused}"] button`)?.focus({ preventScroll: true });
  }
  pager(shown, rows.length > PAGE);
  empty(shown.length === 0);
}

function row(request, isNew) {
  const open = () => openRequest(request.id, login);
  const button = make('button', { type: 'button', class: 'link', onclick: event => { event.stopPropagation(); open(); } }, call(request.path));
  return make('tr', { 'data-id': request.id, class: isNew && 'new', onclick: open },
    make('td', { class: 'time' }, time(request.received_at)),
    make('td', {}, make('span', { class: 'method' }, request.method), button),
    make('td', {}, statusBadge(request), request.failure && make('span', { class: 'fault' }, failure(request.failure))),
    make('td', { class: 'number', 'data-unit': request.contacts === 1 ? 'contact' : 'contacts' }, hasContacts(request) && count(request.contacts)),
    make('td', { class: 'number' }, milliseconds(request.milliseconds)),
    make('td', {}, noteSummary(request)));
}

// The calls about lists and the wallet have no contacts.
const hasContacts = request => /\/contact\/(create|delete)$/.test(request.path);

function pager(shown, hasOlder) {
  const page = find('requests-pager');
  if (before === null && !hasOlder) {
    page.replaceChildren();
    return;
  }
  page.replaceChildren(
    make('span', { class: 'where' }, before === null ? `The newest ${count(shown.length)}` : 'Older requests. This page does not move.'),
    make('button', { type: 'button', disabled: before === null, onclick: () => { before = null; refresh(); } }, 'Newest'),
    make('button', { type: 'button', disabled: !hasOlder, onclick: () => { before = shown.at(-1).id; refresh(); } }, 'Older'));
}

function empty(isEmpty) {
  const place = find('requests-empty');
  place.hidden = !isEmpty;
  if (!isEmpty) {
    return;
  }
  if (only !== 'all') {
    place.replaceChildren(make('h3', {}, only === 'notes' ? 'No request with notes' : 'No request with an error'));
    return;
  }
  place.replaceChildren(
    make('h3', {}, 'Waiting for the first request'),
    make('p', {}, 'Send contacts to the endpoint above. They appear here as they come.'),
    make('pre', {}, `curl -X POST ${location.origin}/v1/public/contact/create \\\n  -H 'api-login: ${login}' -H "api-key: $CONTACTSPS_API_KEY" \\\n  -d '{"contacts": [{"phone_number": "+33612345678"}], "list_name": "VIP"}'`));
}
