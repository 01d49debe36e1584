// The search page of an exported site, which has no server: it fetches the texts of all records once, and searches in them.
import { make } from './parts.js';
import { prepare, search, snippet, suggest } from './text_search.js';

const SHOWN = 20; // results, before "More results"
const PAUSE = 150; // milliseconds without a key, after which the results are updated

function address(query, type) {
  const parameters = new URLSearchParams({ q: query, ...(type && { type }) });
  return `${location.pathname}?${parameters}`;
}

function hit(record, query, base) {
  const text = make('p', { dir: 'auto' });
  for (const part of snippet(record.text || record.label, query)) text.append(part.found ? make('mark', {}, part.text) : part.text);
  const link = make('a', { href: new URL(`${record.type.path}/${record.id}.html`, base).pathname }, make('bdi', {}, record.label));
  return make('li', {}, make('p', { className: 'kicker' }, record.kind), make('p', { className: 't' }, link), text);
}

function typeLink(query, type, label, count, current) {
  const link = make('a', { href: address(query, type) }, `${label} `, make('span', {}, count.toLocaleString('en')));
  if (current) link.setAttribute('aria-current', 'true');
  return make('li', {}, link);
}

/** Returns the types of the results, each as a link to those of the type. */
function facets(types, byType, query, current) {
  const all = [...byType.values()].reduce((sum, count) => sum + count, 0);
  const list = make('ul', {}, typeLink(query, '', 'Everything', all, !current));
  for (const type of types) if (byType.has(type)) list.append(typeLink(query, type.name, type.label, byType.get(type), current === type.name));
  const fold = make('details', { className: 'fold' }, make('summary', {}, 'Narrow the search'));
  const nav = make('nav', { className: 'facets' }, fold, make('div', { className: 'lists' }, make('section', {}, make('h2', {}, 'Type'), list)));
  nav.setAttribute('aria-label', 'Narrow the search');
  return nav;
}

/** Appends the next results to the list, and a button if there are more. */
function append(list, hits, query, base) {
  const from = list.children.length;
  list.append(...hits.slice(from, from + SHOWN).map((record) => hit(record, query, base)));
  if (list.children.length >= hits.length) return;
  const button = make('button', { className: 'btn', type: 'button' }, 'More results');
  button.addEventListener('click', () => {
    button.remove();
    append(list, hits, query, base);
    list.children[from + SHOWN].querySelector('a').focus();
  });
  list.after(button);
}

/** Says that nothing was found, with the nearest words of the archive, if there are any. */
function nothing(archive, query, type) {
  const advice = make('p', { className: 'empty' }), better = query.trim() ? suggest(archive, query) : null;
  if (better) advice.append('No record has these words. Did you mean ', make('a', { href: address(better, type) }, make('bdi', {}, better)), '?');
  else if (query.trim()) advice.append('No record has these words. Fewer words find more, and so does * after the first letters of a word.');
  else advice.append('Write what to look for: words of a paper, a person, a proposal, a place.');
  return make('div', { className: 'list' }, advice);
}

function results(archive, query, type, base) {
  const { hits, byType } = search(archive, query, type);
  if (!hits.length) return { count: query.trim() ? 0 : null, element: nothing(archive, query, type) };
  const list = make('ul', { className: 'rows hits' }), found = make('div', {}, list);
  append(list, hits, query, base);
  return { count: hits.length, element: make('div', { className: 'split' }, facets(archive.types, byType, query, type), found) };
}

/** Fetches the texts. Returns null, and says so at `place`, if that fails. */
async function load(base, place) {
  try {
    const answer = await fetch(new URL('search-index.json', base));
    if (!answer.ok) throw new Error(answer.statusText);
    return prepare(await answer.json());
  } catch {
    place.replaceChildren(make('p', { className: 'empty' }, 'The search cannot read search-index.json. Load these pages from a web server, and try again.'));
    return null;
  }
}

/** Makes the form of the search page work. `base` is the URL of the site's folder. */
export async function searchFiles(form, base) {
  const field = form.elements.q, parameters = new URLSearchParams(location.search);
  const type = parameters.get('type') ?? '';
  const status = make('p', { className: 'kicker', role: 'status' }), place = make('div', {});
  field.value = parameters.get('q') ?? '';
  form.after(status, place);
  const archive = await load(base, place);
  const show = () => {
    const { count, element } = results(archive, field.value, type, base);
    status.textContent = count === null ? '' : `${count.toLocaleString('en')} ${count === 1 ? 'result' : 'results'}`;
    place.replaceChildren(element);
    history.replaceState(null, '', field.value ? address(field.value, type) : location.pathname);
  };
  if (!archive) return;
  let timer;
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(show, PAUSE); });
  form.addEventListener('submit', (event) => { event.preventDefault(); clearTimeout(timer); show(); });
  show();
}
