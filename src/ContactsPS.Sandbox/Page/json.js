// Shows JSON with colors. Everything is text in spans.

import { make } from './dom.js';

const LONGEST = 200_000;

/** Makes an element for a text that may be JSON. */
export function jsonView(text, label) {
  const view = make('pre', { class: 'json', tabindex: '0', role: 'region', 'aria-label': label });
  view.append(...colored(pretty(text)));
  return view;
}

function pretty(text) {
  try {
    const indented = JSON.stringify(JSON.parse(text), null, 2);
    return indented.length > LONGEST ? `${indented.slice(0, LONGEST)}\n… (shortened: copy it to see all)` : indented;
  } catch {
    return text.slice(0, LONGEST);
  }
}

function* colored(text) {
  const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\b/g;
  let end = 0;
  for (const match of text.matchAll(token)) {
    yield text.slice(end, match.index);
    const kind = match[3] ? 'literal' : match[2] ? 'key' : 'string';
    yield make('span', { class: kind }, match[1] ?? match[3]);
    end = match.index + (match[1] ?? match[3]).length;
  }
  yield text.slice(end);
}
