// #L26-L42 marks a range of lines in the reader of a document, also a range that no record cites. Without this, a browser marks
// only a range that the page has an anchor for.
import { all } from './parts.js';

const MOST = 10_000; // lines: a longer range is a mistake

/** Returns {first, last} of a fragment such as "#L26-L42", or null if it names no lines. */
export function rangeOf(fragment) {
  const [, from, to] = /^#L(\d{1,7})(?:-L?(\d{1,7}))?$/.exec(fragment) ?? [];
  if (!from) return null;
  const [first, last] = [Number(from), Number(to ?? from)].sort((a, b) => a - b);
  return last - first < MOST ? { first, last } : null;
}

function mark() {
  const range = rangeOf(location.hash);
  for (const line of all('.reader .on')) line.classList.remove('on');
  if (!range) return;
  for (let line = range.first; line <= range.last; line += 1) document.getElementById(`L${line}`)?.classList.add('on');
  if (!document.getElementById(location.hash.slice(1))) document.getElementById(`L${range.first}`)?.scrollIntoView();
}

export function markLines() {
  if (!document.querySelector('.reader')) return;
  addEventListener('hashchange', mark);
  mark();
}
