// One search box over everything. What is typed goes into the address at once, so a search can be linked, and what has become
// stale is no longer waited for.
import { address, addressOf, parse } from './address.js';
import { get } from './api.js';
import { announce, el, join, whole } from './dom.js';
import { pager, panel } from './panel.js';
import { capital, count, term } from './words.js';

const PAUSE = 160; // milliseconds without a key, after which one is taken to want an answer
const PAGE = 20;

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (html) => html.replace(/&(amp|lt|gt|quot|#39);/g, (all, name) => ENTITIES[name]);

// A text of a snippet is escaped, with <mark> and </mark> in it. It is taken apart, not handed to the browser as markup.
function marks(html) {
  return whole('bdi', html.split(/(<mark>.*?<\/mark>)/gs).filter(Boolean).map((piece) => {
    const found = /^<mark>(.*)<\/mark>$/s.exec(piece);
    return found ? whole('mark', [plain(found[1])]) : plain(piece);
  }));
}

// A snippet has texts of several fields.
function snippet(html) {
  return join(html.split(/ · (?![^<]*<\/mark>)/).map(marks), ' · ');
}

function hit(one) {
  return el('li', { class: 'hit' }, el('p', { class: 'kicker' }, term(one.type)), el('h2', {}, el('a', { href: addressOf(one) }, one.label)),
    el('p', {}, snippet(one.snippet)));
}

function facets(view, meta) {
  const { q } = Object.fromEntries(view.parameters);
  const chosen = view.parameters.get('type');
  const all = meta.facets.type.reduce((sum, type) => sum + type.count, 0);
  const chip = (value, label, number) => el('li', {}, el('a', { class: 'chip', href: address(['search'], { q, type: value }), 'aria-current': (value ?? null) === chosen ? 'true' : null, 'data-key': `type:${value}` },
    label, el('span', { class: 'chip-count' }, number.toLocaleString('en'))));
  return el('ul', { class: 'chips', 'aria-label': 'Kinds of record' }, chip(null, 'Everything', all), meta.facets.type.map(({ value, label, count: number }) => chip(value, capital(term(label)), number)));
}

function results(view, answer) {
  const { q, type } = Object.fromEntries(view.parameters);
  const found = count(answer.meta.total, 'result');
  announce(found);
  return [el('p', { class: 'quiet found' }, found, ' for “', q, '”'), answer.meta.facets.type.length ? facets(view, answer.meta) : null,
    answer.data.length ? el('ol', { class: 'hits' }, answer.data.map(hit)) : el('p', { class: 'empty' }, 'Nothing has these words. Fewer words find more; nucl* finds whatever begins so, and "a phrase" its words in that order.'),
    pager(answer.meta, (offset) => address(['search'], { q, type, offset: offset || null }))];
}

// A word that is still being typed finds nothing as it stands; then what begins like it is looked for.
async function beginnings(request, view) {
  const answer = await get(request, view.signal);
  const { q } = request.parameters;
  if (Object.values(answer.meta.facets.type).length || !/[\p{L}\p{N}]{2,}$/u.test(q)) return { request, answer };
  const wider = { ...request, parameters: { ...request.parameters, q: `${q}*` } };
  return { request: wider, answer: await get(wider, view.signal) };
}

export function showSearch(view) {
  const q = view.parameters.get('q')?.trim();
  const box = document.getElementById('q');
  if (document.activeElement !== box) box.value = view.parameters.get('q') ?? '';
  if (!q) return el('article', { class: 'view narrow' }, el('h1', {}, 'Search'), el('p', { class: 'empty' }, 'Write what to look for into the box above: words of a paper, a person, a proposal, a place.'));
  const request = { path: '/search', parameters: { q, type: view.parameters.get('type'), limit: PAGE, offset: view.parameters.get('offset') } };
  return el('article', { class: 'view narrow' }, panel(view, {
    title: 'Search', level: 1, className: 'plain-panel', requests: [request], ask: beginnings, show: (answer) => results(view, answer),
  }));
}

/** What the box says where no search is shown: nothing, unless somebody is writing into it. */
export function clearSearchBox() {
  const box = document.getElementById('q');
  if (document.activeElement !== box) box.value = '';
}

/** Makes the search box search while one types. `visit` changes the address. */
export function startSearchBox(visit) {
  const form = document.getElementById('searchbox');
  const box = document.getElementById('q');
  let timer = null;
  const search = () => {
    clearTimeout(timer);
    const there = parse(location.hash);
    const searching = there.path[0] === 'search';
    const q = box.value.trim();
    if (searching && (there.parameters.get('q') ?? '') === q) return;
    if (!searching && !q) return;
    // One search is one step back, however many letters it was typed in.
    visit(address(['search'], { q, type: searching ? there.parameters.get('type') : null }), { replace: searching });
  };
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
    document.getElementById('content').focus();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !box.value) return;
    event.preventDefault();
    box.value = '';
    search();
  });
}
