// The answers of requests in the API reference, shown in place. Without this script the links open them.
import { all, make } from './parts.js';

const SHOWN = 60; // lines

/** Fetches an answer, and returns its first lines. */
async function fetchLines(address) {
  const lines = (await (await fetch(address)).text()).split(/\r?\n/);
  return lines.length > SHOWN + 1 ? [...lines.slice(0, SHOWN), '…'].join('\n') : lines.join('\n');
}

async function toggle(link) {
  const request = link.closest('.try'), shown = request.nextElementSibling;
  const open = link.getAttribute('aria-expanded') === 'true';
  link.setAttribute('aria-expanded', String(!open));
  if (open && shown?.matches('pre')) shown.remove();
  if (open) return;
  const answer = make('pre', { tabIndex: 0 }, 'Loading …');
  request.after(answer);
  try {
    answer.textContent = await fetchLines(link.href);
  } catch {
    answer.textContent = 'The server does not answer.';
  }
}

/** Lets each link of a request show the answer below it. With a modifier key, or on a right click, it is a link. */
export function showAnswers() {
  for (const link of all('.api .try a.copy')) {
    link.setAttribute('role', 'button');
    link.setAttribute('aria-expanded', 'false');
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      toggle(link);
    });
  }
}
