// The lists and tags at the side, and in the filters of the contacts.

import { read } from './api.js';
import { find, make } from './dom.js';
import { count } from './format.js';

const MOST = 300;

let shown = '';

/** Reads the lists and tags and shows them. */
export async function update(filters) {
  const [lists, tags] = await Promise.all([read('lists'), read('tags')]);
  const all = JSON.stringify([lists, tags, filters.list, filters.tag]);
  if (all === shown) {
    return;
  }
  shown = all;
  show('lists', lists, filters.list, filters.chooseList);
  show('tags', tags, filters.tag, filters.chooseTag);
  choices('filter-list', 'All lists', lists, filters.list);
  choices('filter-tag', 'All tags', tags, filters.tag);
}

function show(id, groups, chosen, choose) {
  const focused = document.activeElement?.closest(`#${id} button`)?.dataset.name;
  const items = groups.slice(0, MOST).map(group => make('li', {},
    make('button', { type: 'button', class: 'group', 'data-name': group.name, 'aria-pressed': String(group.name === chosen), title: group.name, onclick: () => choose(group.name) },
      make('span', { class: 'name' }, group.name), make('span', { class: 'count' }, count(group.contacts)))));
  if (groups.length === 0) {
    items.push(make('li', { class: 'none' }, 'None yet'));
  } else if (groups.length > MOST) {
    items.push(make('li', { class: 'none' }, `and ${count(groups.length - MOST)} more`));
  }
  find(id).replaceChildren(...items);
  if (focused !== undefined) {
    [...find(id).querySelectorAll('button')].find(button => button.dataset.name === focused)?.focus({ preventScroll: true });
  }
}

function choices(id, none, groups, chosen) {
  const select = find(id);
  if (document.activeElement === select) {
    return;
  }
  select.replaceChildren(make('option', { value: '' }, none),
    ...groups.map(group => make('option', { value: group.name }, `${group.name} (${count(group.contacts)})`)));
  select.value = chosen ?? '';
}
