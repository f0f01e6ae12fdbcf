// What was cast, formatted, ignored or dropped.

import { make } from './dom.js';
import { count, noteClass } from './format.js';

const order = ['dropped', 'ignored', 'cast', 'formatted'];

/** The kinds with their counts and the most important reason, for a row of the table. */
export function noteSummary(request) {
  const kinds = order.filter(kind => request.note_counts[kind]);
  const refusal = refusalReason(request);
  if (kinds.length === 0 && refusal === null) {
    return null;
  }
  const first = request.notes.find(note => note.what === kinds[0]);
  return make('div', { class: 'notes' },
    refusal && make('div', { class: 'why' }, refusal),
    kinds.length > 0 && make('div', { class: 'kinds' }, kinds.map(kind => make('span', { class: `badge ${noteClass(kind)}` }, `${count(request.note_counts[kind])} ${kind}`))),
    first && make('div', { class: 'why' }, make('code', {}, first.path), ` ${first.why}`));
}

// The code and the message of an error, such as "302 The list already exists."
function refusalReason(request) {
  if (request.status < 400 || request.answer === null || request.failure) {
    return null;
  }
  const { code, message } = JSON.parse(request.answer);
  return code === undefined ? message : `${code} ${message}`;
}

/** All notes, the most important first, for the details. */
export function noteList(request) {
  const notes = [...request.notes].sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what));
  return make('ul', { class: 'note-list' }, notes.map(note => make('li', {},
    make('span', { class: `badge ${noteClass(note.what)}` }, note.what),
    make('div', {}, make('code', {}, note.path), make('div', { class: 'why' }, note.why)))));
}
