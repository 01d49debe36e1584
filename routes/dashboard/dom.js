// Elements out of data. Text only ever becomes a text node and an attribute's value only ever that value, so whatever markup a
// record holds is shown as it stands there.

// Where a link may lead: within the page, to the API, or to a web page that a record names.
const SAFE = /^(#|\/(?!\/)|https?:\/\/)/i;

// Right-to-left letters, and the characters that set a direction.
const DIRECTED = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

// A text whose isolates are all ended within it, so that it cannot end that of its element.
function balanced(text) {
  let open = 0;
  const inner = text.replace(/[\u2066-\u2069]/g, (mark) => {
    if (mark !== '\u2069') open += 1;
    else if (open === 0) return '';
    else open -= 1;
    return mark;
  });
  return inner + '\u2069'.repeat(open);
}

/** A text that cannot change the direction of its neighbours, for where it has no element of its own (Unicode UAX #9). */
export function isolate(text) {
  return DIRECTED.test(text) ? `\u2068${balanced(text)}\u2069` : text;
}

// Gives each text that has a direction an element of its own direction: the given one, if it holds nothing else.
function direct(element, children) {
  return children.map((child) => {
    if (typeof child !== 'string' || !DIRECTED.test(child)) return child;
    if (children.length === 1) element.dir = 'auto';
    return children.length === 1 ? balanced(child) : el('bdi', {}, child);
  });
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === 'on') {
    for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
  } else if (name === 'href' && !SAFE.test(value)) {
    // Left out: shown as text, not as a link.
  } else {
    element.setAttribute(name, value === true ? '' : ['title', 'aria-label'].includes(name) ? isolate(value) : value);
  }
}

/** An element; `on` takes event handlers, children may be nodes, texts, lists of these, or nothing. */
export function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) setAttribute(element, key, value);
  element.append(...direct(element, flatten(children)));
  return element;
}

/** An element with one text in several pieces, of which none is isolated from the others. */
export function whole(name, pieces) {
  const element = document.createElement(name);
  element.append(...pieces.map((piece) => (typeof piece === 'string' ? piece.replace(/[\u2066-\u2069]/g, '') : piece)));
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
