// The details of one request: what was done with it, its JSON, the answer, and the curl command.

import { read } from './api.js';
import { copyButton } from './copy.js';
import { curl } from './curl.js';
import { make } from './dom.js';
import { openDrawer } from './drawer.js';
import { call, count, date, failure, milliseconds, statusClass } from './format.js';
import { jsonView } from './json.js';
import { noteList } from './notes.js';

/** Opens the request with an id. */
export const openRequest = (id, login) => openDrawer(load(id, login));

/** The status with its color. */
export const statusBadge = request => request.status === 0
  ? make('span', { class: 'badge bad' }, 'no answer')
  : make('span', { class: `badge ${statusClass(request.status)}` }, String(request.status));

async function load(id, login) {
  const request = await read(`requests/${id}`);
  return {
    title: [`${request.method} ${call(request.path)} `, statusBadge(request)],
    content: [facts(request), notes(request), body(request, login), answer(request)],
  };
}

function facts(request) {
  const all = [
    ['Request', `#${request.id}`],
    ['Received', date(request.received_at)],
    ['Took', `${milliseconds(request.milliseconds)} ms`],
    ['Contacts', count(request.contacts)],
    ['Body', `${count(request.bytes)} bytes`],
    request.failure && ['Fault', failure(request.failure)],
  ].filter(Boolean);
  return make('section', { 'aria-label': 'Facts' },
    make('dl', { class: 'facts' }, all.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value)))));
}

function notes(request) {
  const section = make('section', {}, make('h3', {}, 'Notes'));
  section.append(request.notes.length === 0
    ? make('p', { class: 'quietly' }, 'None: the request was read as it was sent.')
    : noteList(request));
  if (request.notes_omitted > 0) {
    section.append(make('p', { class: 'quietly' }, `And ${count(request.notes_omitted)} more that are not kept.`));
  }
  return section;
}

function body(request, login) {
  const heading = make('h3', {}, 'Request',
    request.body !== null && copyButton('Copy JSON', request.body),
    copyButton('Copy as curl', curl(request, login)));
  const text = request.query ? `${request.path}${request.query}` : null;
  return make('section', {}, heading,
    text && make('p', { class: 'mono' }, text),
    request.body !== null ? jsonView(request.body, 'Request')
      : make('p', { class: 'quietly' }, request.bytes === 0 ? 'The request has no body.' : 'The body is no longer kept.'));
}

function answer(request) {
  return make('section', {}, make('h3', {}, 'Answer'),
    make('p', { class: 'quietly' }, request.status === 0 ? 'The connection was closed without an answer.' : `Status ${request.status}${request.answer === null ? ', without a body' : ''}`),
    request.answer_header && make('p', { class: 'mono' }, request.answer_header),
    request.answer !== null && jsonView(request.answer, 'Answer'));
}
