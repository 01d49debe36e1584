// Copy buttons beside citations, links and requests.
import { all, make } from './parts.js';

const COPIED = 2000; // milliseconds for which a button says so

/** Returns the text to copy: with the origin of this site before a path, in place of "GET" before a path, and within "curl '/papers'". */
export function textToCopy(shown, origin) {
  return shown.trim().replace(/^(?:GET )?(?=\/)/, origin).replace(/^curl '(?=\/)/, `curl '${origin}`);
}

function button(text) {
  const copy = make('button', { className: 'copy', type: 'button', ariaLive: 'polite' }, 'Copy');
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(textToCopy(text.textContent, location.origin));
      copy.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(text); // the reader can press the keys
      copy.textContent = 'Selected';
    }
    setTimeout(() => { copy.textContent = 'Copy'; }, COPIED);
  });
  return copy;
}

/** Adds the buttons. Only a secure context has a clipboard. */
export function addCopyButtons() {
  if (!navigator.clipboard) return;
  for (const text of all('.panel dd > span, .panel dd > code, .try code')) text.after(button(text));
}
