// "?" shows which keys there are.
import { make } from './parts.js';

const KEYS = { '/': 'to the search', '?': 'this help', Esc: 'close what is open' };

function dialog() {
  const rows = Object.entries(KEYS).map(([key, meaning]) => make('div', {}, make('dt', {}, make('kbd', {}, key)), make('dd', {}, meaning)));
  const close = make('button', { className: 'btn' }, 'Close');
  const title = make('h2', { id: 'keys' }, 'Keys');
  const box = make('dialog', { className: 'help' }, title, make('dl', {}, ...rows), make('form', { method: 'dialog' }, close));
  box.setAttribute('aria-labelledby', title.id);
  box.addEventListener('close', () => box.remove());
  return box;
}

/** Shows the help, unless it is there. Closing it returns the focus. */
export function showHelp() {
  if (document.querySelector('.help')) return;
  const box = dialog();
  document.body.append(box);
  box.showModal();
}
