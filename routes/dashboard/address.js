// Where the reader is, in the fragment of the page's URL: #/meetings/ID/programme?session=3. The server answers "/" alone, and a
// fragment needs nothing of it; links, bookmarks and the back button work.

import { pathOf } from './api.js';

/** The fragment taken apart: the segments of its path and its parameters. */
export function parse(fragment) {
  const [path, query = ''] = fragment.replace(/^#?\/?/, '').split(/\?(.*)/s);
  return { path: path.split('/').filter(Boolean).map(decode), parameters: new URLSearchParams(query) };
}

// A broken escape, as a link may have lost its end, is taken for what it says.
function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The address of a path and parameters, which are left out where they have no value. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return `#/${path.map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}

/** The address of any record, of a reference to it, or of what a search found. */
export function addressOf(reference) {
  return `#${pathOf(reference.href ?? reference.links.self)}`;
}

/** Goes to an address; with `replace`, the back button skips the present one. */
export function visit(to, { replace = false } = {}) {
  if (!replace) {
    location.hash = to;
    return;
  }
  history.replaceState(null, '', to);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
