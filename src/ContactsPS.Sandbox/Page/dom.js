// Makes elements. Text always goes in as text, never as HTML, because a contact may be called "<script>".

/** Makes an element: make('span', { class: 'badge' }, 'text', child, ...). A property that is null is left out. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Gets the element with an id. */
export const find = id => document.getElementById(id);

/** Sets the text of an element, only when it differs, so that screen readers are not disturbed. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Tells screen readers something. */
export function announce(text) {
  setText(find('announcer'), text);
}
