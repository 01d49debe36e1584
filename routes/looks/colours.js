// The choice of colours at the foot of the page. theme.js sets the stored choice when the next page begins.
import { make } from './parts.js';

const CHOICES = { '': 'as the system', light: 'light', dark: 'dark' };

function choose(theme) {
  const root = document.documentElement;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  try {
    if (theme) localStorage.setItem('theme', theme);
    else localStorage.removeItem('theme');
  } catch { /* the choice then lasts as long as the page */ }
}

/** Adds the choice to the box that the page has for it. */
export function offerColours() {
  const box = document.querySelector('[data-theme-box]');
  if (!box) return;
  const options = Object.entries(CHOICES).map(([value, text]) => make('option', { value }, text));
  const select = make('select', { className: 'theme', id: 'theme' }, ...options);
  select.value = document.documentElement.dataset.theme ?? '';
  select.addEventListener('change', () => choose(select.value));
  box.append(make('label', { htmlFor: 'theme' }, 'Colours'), select);
}
