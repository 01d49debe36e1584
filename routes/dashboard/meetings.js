// All meetings that are loaded, which may be many: a page at a time, narrowed by words and by what they have in common.
import { address } from './address.js';
import { sayDays } from './dates.js';
import { el, join } from './dom.js';
import { pager, panel } from './panel.js';
import { capital, country, term } from './words.js';
import { visit } from './address.js';

const PAGE = 50;
const PAUSE = 200;
const SAYS = { status: (value) => capital(term(value)), country };

function row(meeting) {
  const place = join([meeting.city, meeting.country ? country(meeting.country) : null].filter(Boolean));
  return el('li', {}, el('a', { class: 'meeting-row', href: address(['meetings', meeting.id]) },
    el('span', { class: 'meeting-days' }, sayDays(meeting.start_date, meeting.end_date) ?? 'no date given'),
    el('span', { class: 'meeting-name' }, meeting.name),
    el('span', { class: 'quiet' }, join([place.length ? place : null, meeting.status === 'planned' ? 'planned' : null].filter(Boolean), ' · '))));
}

function chips(view, name, values) {
  if (values.length < 2 && !view.parameters.get(name)) return null;
  const chosen = view.parameters.get(name);
  const to = (value) => address(view.path, { ...Object.fromEntries(view.parameters), offset: null, [name]: value === chosen ? null : value });
  return el('ul', { class: 'chips', 'aria-label': capital(name) }, values.slice(0, 16).map(({ value, count }) => el('li', {},
    el('a', { class: 'chip', href: to(value), 'aria-current': value === chosen ? 'true' : null, 'data-key': `${name}:${value}` }, SAYS[name](value), el('span', { class: 'chip-count' }, count.toLocaleString('en'))))));
}

// A box of its own: its words go into the address, and the list follows.
function finder(view) {
  let timer = null;
  const find = (event) => {
    clearTimeout(timer);
    const q = event.target.value.trim();
    timer = setTimeout(() => {
      if (!view.signal.aborted) visit(address(['meetings'], { ...Object.fromEntries(view.parameters), q, offset: null }), { replace: true });
    }, PAUSE);
  };
  return el('p', { class: 'finder' }, el('label', { for: 'find-meeting' }, 'Find a meeting'),
    el('input', { id: 'find-meeting', type: 'search', value: view.parameters.get('q') ?? '', autocomplete: 'off', 'data-key': 'find-meeting', on: { input: find } }));
}

export function showMeetings(view) {
  const { q, status, country: land, offset } = Object.fromEntries(view.parameters);
  const to = (at) => address(view.path, { ...Object.fromEntries(view.parameters), offset: at || null });
  return el('article', { class: 'view narrow' }, el('h1', {}, 'Meetings'), finder(view), panel(view, {
    className: 'plain-panel', empty: 'No meeting is like that.',
    requests: [{ path: '/meetings', parameters: { q: q || null, status, country: land, sort: '-start_date', facet: 'status,country', limit: PAGE, offset, fields: 'name,status,start_date,end_date,city,country' } }],
    show: ({ data, meta }) => [Object.keys(SAYS).map((name) => chips(view, name, meta.facets[name])),
      data.length ? el('ol', { class: 'meetings' }, data.map(row)) : el('p', { class: 'empty' }, 'No meeting is like that.'), pager(meta, to)],
  }));
}
