// The events around the meeting in their order, before and after it; what is unsure about a date is said and shown.
import { addressOf } from './address.js';
import { earliest, isUncertain, sayDate, sayDays } from './dates.js';
import { el } from './dom.js';
import { pager, panel } from './panel.js';
import { address } from './address.js';
import { marked, sourcesOf } from './sources.js';
import { capital, term } from './words.js';

const PAGE = 200;

function when(event) {
  if (!event.date) return el('span', { class: 'unnamed' }, 'no date given');
  return el('time', { title: `EDTF: ${event.date}` }, marked(event, 'date', capital(sayDate(event.date))));
}

// How sure both the event and its date are, in words as well as in the mark's shape.
function doubts(event) {
  return el('ul', { class: 'tags' },
    event.kind ? el('li', {}, term(event.kind)) : null,
    event.certainty && event.certainty !== 'certain' ? el('li', { class: 'doubt' }, event.certainty) : null,
    event.date && isUncertain(event.date) ? el('li', { class: 'doubt' }, /[?~%]/.test(event.date) ? 'date uncertain' : 'date not exact') : null);
}

function item(event, at) {
  const sure = event.certainty === 'certain' && event.date && !isUncertain(event.date);
  return el('li', { class: `event ${sure ? 'sure' : event.certainty === 'planned' ? 'planned' : 'unsure'}`, id: event.id, 'data-at': event.id === at },
    el('p', { class: 'when' }, when(event)),
    el('div', { class: 'what' }, el('h3', {}, el('a', { href: addressOf(event) }, event.title)),
      event.description ? el('p', {}, event.description) : null, doubts(event), sourcesOf(event, event.title)));
}

function meetingItem(meeting) {
  return el('li', { class: 'event meeting-itself' }, el('p', { class: 'when' }, sayDays(meeting.start_date, meeting.end_date) ?? 'no date given'),
    el('div', { class: 'what' }, el('h3', {}, el('a', { href: address(['meetings', meeting.id]) }, meeting.name))));
}

// Events on both sides of the meeting and during it, and those that no date puts anywhere, in the order of the source.
function sides(events, meeting) {
  const dated = events.filter((event) => earliest(event.date)).sort((a, b) => earliest(a.date).localeCompare(earliest(b.date)));
  const undated = events.filter((event) => !earliest(event.date));
  const start = earliest(meeting.start_date);
  if (!start) return { before: dated, during: [], after: [], undated };
  const end = earliest(meeting.end_date) ?? start;
  const between = (from, to) => dated.filter((event) => earliest(event.date) >= from && earliest(event.date) <= to);
  return { before: dated.filter((event) => earliest(event.date) < start), during: between(start, end), after: dated.filter((event) => earliest(event.date) > end), undated };
}

function part(title, items, start = null) {
  return items.length ? el('section', { class: 'group' }, el('h2', {}, title), el('ol', { class: 'timeline', start }, items)) : null;
}

export function showTimeline(view) {
  const { meeting } = view;
  const offset = view.parameters.get('offset');
  return el('article', { class: 'view' }, panel(view, {
    title: 'Time line', level: 1, className: 'plain-panel', empty: 'The record has no events around this meeting.',
    requests: [{ path: `/meetings/${meeting.id}/events`, parameters: { limit: PAGE, offset } }],
    show: ({ data, meta }) => {
      const at = view.parameters.get('at');
      const { before, during, after, undated } = sides(data, meeting);
      const items = (events) => events.map((event) => item(event, at));
      return [part('Before', items(before)), part('The meeting', [meetingItem(meeting), ...items(during)]), part('After', items(after)), part('Without a date', items(undated)),
        pager(meta, (to) => address(view.path, { offset: to || null }))];
    },
  }));
}
