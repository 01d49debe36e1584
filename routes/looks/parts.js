// Making and finding elements.

/** Makes an element with properties (not attributes) and children. */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Returns all elements below `within` that match, as an array. */
export function all(selector, within = document) {
  return [...within.querySelectorAll(selector)];
}
