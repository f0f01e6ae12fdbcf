// The table of contacts, the newest first: search, filters and pages.

import { read } from './api.js';
import { openContact } from './contact.js';
import { find, make, setText } from './dom.js';
import { count, plural } from './format.js';
import { go } from './views.js';

const PAGE = 50;

/** The chosen list and tag, and how to choose another. A second choice of the same one takes it off. */
export const filters = {
  list: null,
  tag: null,
  chooseList: name => choose('list', name),
  chooseTag: name => choose('tag', name),
};

let onFiltered = () => {};
let starts = [null];
let reading = null;

/** Makes the filters work. */
export function start(filtered) {
  onFiltered = filtered;
  let typing;
  find('contact-filters').addEventListener('submit', event => event.preventDefault());
  find('search').addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(first, 200);
  });
  find('filter-list').addEventListener('change', event => set('list', event.target.value || null));
  find('filter-tag').addEventListener('change', event => set('tag', event.target.value || null));
}

/** Reads the page again. A later page stays as it is while contacts come. */
export async function update() {
  if (starts.length === 1) {
    await show();
  }
}

function choose(kind, name) {
  set(kind, filters[kind] === name ? null : name);
  go('contacts');
}

function set(kind, name) {
  filters[kind] = name;
  find(`filter-${kind}`).value = name ?? '';
  onFiltered();
  first();
}

function first() {
  starts = [null];
  show();
}

async function show() {
  reading?.abort();
  reading = new AbortController();
  const filter = { search: find('search').value.trim(), list_name: filters.list, tag_name: filters.tag };
  try {
    const rows = await read('contacts', { ...filter, order: 'newest', limit: PAGE + 1, from: starts.at(-1) }, reading.signal);
    table(rows.slice(0, PAGE));
    pager(rows);
    const isFiltered = filter.search || filter.list_name || filter.tag_name;
    const found = (await read('contacts/count', filter, reading.signal)).count;
    setText(find('contacts-found'), isFiltered ? `${plural(found, 'contact')} found` : plural(found, 'contact'));
    empty(found, isFiltered);
  } catch (error) {
    if (error.name !== 'AbortError') {
      setText(find('contacts-found'), error.message);
    }
  }
}

function table(contacts) {
  const focused = document.activeElement?.closest('#contacts tr')?.dataset.id;
  find('contacts').replaceChildren(...contacts.map(row));
  if (focused) {
    find('contacts').querySelector(`[data-id="${focused}"] button`)?.focus({ preventScroll: true });
  }
}

function row(contact) {
  const open = () => openContact(contact.phone_number);
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
  const params = [1, 2, 3, 4, 5].filter(index => contact[`param${index}`]);
  const groups = [
    contact.opted_out && make('span', { class: 'badge warn' }, 'opted out'),
    ...contact.lists.map(list => make('span', { class: 'badge list' }, list)),
    ...contact.tags.map(tag => make('span', { class: 'badge' }, `#${tag}`)),
  ].filter(Boolean);
  return make('tr', { 'data-id': contact.id, onclick: open },
    make('td', { class: 'tel' }, make('button', { type: 'button', class: 'link', onclick: event => { event.stopPropagation(); open(); } }, contact.phone_number)),
    make('td', {}, name),
    make('td', {}, params.length > 0 && make('div', { class: 'params' },
      params.map(index => make('span', {}, make('span', { class: 'key' }, String(index)), contact[`param${index}`])))),
    make('td', {}, groups.length > 0 && make('div', { class: 'groups-of' }, groups)),
    make('td', { class: 'number' }, count(contact.received_count)));
}

function pager(rows) {
  const page = find('contacts-pager');
  const hasOlder = rows.length > PAGE;
  if (starts.length === 1 && !hasOlder) {
    page.replaceChildren();
    return;
  }
  page.replaceChildren(
    make('span', { class: 'where' }, `Page ${count(starts.length)}`),
    make('button', { type: 'button', disabled: starts.length === 1, onclick: () => { starts.pop(); show(); } }, 'Newer'),
    make('button', { type: 'button', disabled: !hasOlder, onclick: () => { starts.push(rows[PAGE - 1].id); show(); } }, 'Older'));
}

function empty(found, isFiltered) {
  const place = find('contacts-empty');
  place.hidden = found > 0;
  place.replaceChildren(make('h3', {}, isFiltered ? 'No contact matches' : 'No contacts yet'),
    make('p', {}, isFiltered ? 'Search for a part of a number or a name, or take off a filter.' : 'Contacts that the service would have stored appear here.'));
}
