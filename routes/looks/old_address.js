// Addresses of the dashboard that was at "/" before there were pages: #/meetings/ID/programme, #/search?q=WORDS, #/papers/ID.

// The sections of a meeting's page by the names of the dashboard's views.
const SECTIONS = { programme: '#programme', people: '#people', timeline: '#before-and-after' };

const SHOWN = ['at', 'session', 'show']; // parameters of the dashboard, not of the API

function query(parameters) {
  for (const name of SHOWN) parameters.delete(name);
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

/**
 * Returns the address of the page, relative to the base of the site, for a fragment of the dashboard; null for any other fragment.
 * `suffix` is ".html" if pages have that, else "".
 */
export function pageOf(fragment, suffix = '') {
  if (!fragment.startsWith('#/')) return null;
  const [path, text = ''] = fragment.slice(2).split(/\?(.*)/s);
  const [collection, id, view] = path.split('/').filter(Boolean);
  const parameters = query(new URLSearchParams(text));
  if (!collection) return '';
  if (!id) return `${collection}${suffix}${parameters}`;
  const page = `${collection}/${id}`;
  if (collection === 'meetings' && view === 'proposals' && parameters) return `${page}/proposals${suffix}${parameters}`;
  if (collection === 'meetings' && view === 'proposals') return `${page}${suffix}#outcome`;
  return page + suffix + (collection === 'meetings' ? SECTIONS[view] ?? '' : '');
}

/** Goes to the page of an old address, in place of it in the history. `base` is the URL of the site, with a slash at its end. */
export function leaveOldAddress(base) {
  const page = pageOf(location.hash, document.documentElement.dataset.suffix);
  if (page === '') history.replaceState(null, '', location.pathname + location.search);
  else if (page) location.replace(new URL(`./${page}`, base));
}
