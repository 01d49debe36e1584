// Any record by itself: all its fields, where they stand, and what belongs to it. Fields are shown as they come, so that a new one
// needs nothing here.
import { address, addressOf } from './address.js';
import { get, pathOf } from './api.js';
import { sayDate } from './dates.js';
import { el, isolate, join } from './dom.js';
import { argumentList } from './papers.js';
import { panel } from './panel.js';
import { marked, sourcesOf } from './sources.js';
import { capital, country, term } from './words.js';

const APART = ['id', 'type', 'sources', 'inferred', 'notes', 'links', 'arguments'];
const TERMS = ['kind', 'status', 'certainty', 'basis', 'roles'];
const PROSE = ['summary', 'abstract', 'text', 'description'];
const PAGE = 25;

function titleOf(record) {
  return record.name ?? record.title ?? record.label ?? (record.text ? `${record.text.split(/\s+/).slice(0, 12).join(' ')} …` : `${capital(record.type)} ${record.number ?? record.id}`);
}

function value(name, shown) {
  if (Array.isArray(shown)) return el('ul', { class: 'plain' }, shown.map((one) => el('li', {}, value(name, one))));
  if (shown !== null && typeof shown === 'object') return shown.href ? el('a', { href: addressOf(shown) }, shown.label) : members(shown);
  if (typeof shown === 'string' && name.endsWith('date')) return sayDate(shown);
  if (name === 'country') return country(shown);
  if (name === 'url') return el('a', { href: shown, rel: 'noreferrer' }, shown);
  return TERMS.includes(name) ? term(shown) : String(shown);
}

// An object of its own, such as an affiliation: its members one behind the other.
function members(object) {
  const parts = Object.entries(object).filter(([name, part]) => name !== 'sources' && part !== null && part.length !== 0);
  return join(parts.map(([name, part]) => (Array.isArray(part) ? part.map((one) => (typeof one === 'string' ? term(one) : value(name, one))).flatMap((one, at) => (at ? [', ', one] : [one])) : value(name, part))), ' · ');
}

function fields(record) {
  const known = Object.entries(record).filter(([name, shown]) => !APART.includes(name) && !PROSE.includes(name) && shown !== titleOf(record));
  const said = known.filter(([, shown]) => shown !== null && shown.length !== 0);
  const silent = known.filter(([, shown]) => shown === null || shown.length === 0).map(([name]) => term(name));
  return [el('dl', { class: 'fields' }, said.map(([name, shown]) => el('div', {}, el('dt', {}, capital(term(name))), el('dd', {}, marked(record, name, value(name, shown)))))),
    silent.length ? el('p', { class: 'quiet' }, `Not given: ${silent.join(', ')}.`) : null];
}

function prose(record) {
  return PROSE.filter((name) => record[name]).map((name) => el('p', { class: 'prose' }, marked(record, name, record[name])));
}

// The view of the meeting in which the record stands among its like.
function inContext(record, session, meeting) {
  const at = { at: record.id };
  const to = { paper: ['programme', { session: session?.number ?? session?.id, ...at }], discussion: ['programme', { session: session?.number ?? session?.id, ...at }], session: ['programme', { session: record.number ?? record.id }],
    proposal: ['proposals', at], event: ['timeline', at] }[record.type];
  if (!to || !meeting) return null;
  return el('p', {}, el('a', { class: 'button', href: address(['meetings', meeting.id, to[0]], to[1]) }, `Show among the ${to[0] === 'timeline' ? 'events' : to[0] === 'programme' ? 'sessions' : 'proposals'}`));
}

// What belongs to the record by its relations, each asked for when it is unfolded.
function relation(view, name, href) {
  const details = el('details', { class: 'relation' }, el('summary', {}, capital(term(name))));
  details.addEventListener('toggle', () => {
    if (!details.open || details.children.length > 1) return;
    details.append(panel({ ...view, pending: [] }, {
      className: 'plain-panel', requests: [{ path: pathOf(href), parameters: { limit: PAGE } }],
      show: ({ data, meta }) => (data.length ? [el('ul', { class: 'short-list' }, data.map((one) => el('li', {}, el('a', { href: addressOf(one) }, titleOf(one))))),
        meta.total > PAGE ? el('p', { class: 'quiet' }, `The first ${PAGE} of ${meta.total.toLocaleString('en')}.`) : null] : null),
    }));
  });
  return details;
}

function relations(view, record) {
  const named = Object.entries(record.links).filter(([name]) => name !== 'self' && !(name in record));
  return named.length ? el('section', { class: 'group' }, el('h2', {}, 'Related records'), named.map(([name, href]) => relation(view, name, href))) : null;
}

/** The meeting that a record belongs to, or, where it is of none, that of `otherwise(signal)`. */
export async function meetingOf(view, otherwise) {
  const [collection, id] = view.path;
  if (['papers', 'discussions', 'sessions', 'proposals', 'events', 'documents'].includes(collection) && id) {
    const { data } = await get({ path: `/${collection}/${encodeURIComponent(id)}/meeting`, parameters: { limit: 1 } }, view.signal);
    if (data.length) return data[0];
  }
  return otherwise(view.signal);
}

async function show(view, record) {
  const session = record.session ? await get({ path: pathOf(record.session.href), parameters: { fields: 'number,meeting' } }, view.signal) : null;
  document.title = `${isolate(titleOf(record))} – rapporteur`;
  return [el('header', { class: 'lead' }, el('p', { class: 'kicker' }, term(record.type), record.number ? ` ${record.number}` : ''), el('h1', {}, titleOf(record))),
    prose(record), sourcesOf(record, 'this record'), argumentList(record, true), fields(record), inContext(record, session, record.meeting ?? session?.meeting), relations(view, record)];
}

export function showRecord(view) {
  const path = `/${view.path.map(encodeURIComponent).join('/')}`;
  return el('article', { class: 'view narrow record' }, panel(view, {
    className: 'plain-panel', requests: [{ path }], show: (record) => show(view, record),
  }));
}
