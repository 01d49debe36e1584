// Keys and clicks: "/" goes to the search, "?" shows the keys, Escape or a click elsewhere closes an open panel of the action bar.
import { showHelp } from './help.js';
import { all } from './parts.js';

/** Reports whether a key press in an element is text, or a shortcut of the browser. */
export function isTyping({ target, ctrlKey, metaKey, altKey }) {
  return ctrlKey || metaKey || altKey || target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName ?? '');
}

function focusSearch(event) {
  const field = document.getElementById('q');
  if (!field || isTyping(event)) return;
  event.preventDefault();
  field.focus();
  field.select();
}

function closePanels() {
  for (const panel of all('.actions details[open]')) {
    const inside = panel.contains(document.activeElement);
    panel.open = false;
    if (inside) panel.querySelector('summary').focus();
  }
}

export function listenToKeys() {
  addEventListener('keydown', (event) => {
    if (event.key === '/') focusSearch(event);
    if (event.key === '?' && !isTyping(event)) showHelp();
    if (event.key === 'Escape') closePanels();
  });
  addEventListener('click', ({ target }) => {
    for (const panel of all('.actions details[open]')) if (!panel.contains(target)) panel.open = false;
  });
}
