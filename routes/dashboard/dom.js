// Elements out of data. Text only ever becomes a text node and an attribute's value only ever that value, so whatever markup a
// record holds is shown as it stands there.

// Where a link may lead: within the page, to the API, or to a web page that a record names.
const SAFE = /^(#|\/(?!\/)|https?:\/\/)/i;

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === 'on') {
    for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
  } else if (name === 'href' && !SAFE.test(value)) {
    // Left out: shown as text, not as a link.
  } else {
    element.setAttribute(name, value === true ? '' : value);
  }
}

/** An element; `on` takes event handlers, children may be nodes, texts, lists of these, or nothing. */
export function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) setAttribute(element, key, value);
  element.append(...flatten(children));
  return element;
}

/** Children as nodes and texts, without what is nothing. */
export function flatten(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== '');
}

/** Things with something between them. */
export function join(things, between = ', ') {
  return things.flatMap((thing, at) => (at ? [between, thing] : [thing]));
}

/** Tells a screen reader what has changed. */
export function announce(text) {
  document.getElementById('announcement').textContent = text;
}
