// The meeting at a glance: what it was, how large, what the record leaves open, and its place in the series.
import { address, addressOf } from './address.js';
import { sayDays } from './dates.js';
import { el, join } from './dom.js';
import { panel } from './panel.js';
import { marked, sourcesOf } from './sources.js';
import { capital, count, country, shortName, term } from './words.js';

function fact(label, ...value) {
  return value.some(Boolean) ? el('div', {}, el('dt', {}, label), el('dd', {}, value)) : null;
}

function where(meeting) {
  const city = meeting.city && marked(meeting, 'city', meeting.city);
  const land = meeting.country && marked(meeting, 'country', country(meeting.country));
  return [meeting.venue, meeting.venue && city ? ', ' : null, city, city && land ? ', ' : null, land];
}

function lead(meeting) {
  const kicker = join([meeting.series, meeting.number ? `no. ${meeting.number}` : null].filter(Boolean), ' · ');
  return el('header', { class: 'lead' },
    el('p', { class: 'kicker' }, kicker.length ? kicker : capital(term(meeting.kind ?? 'meeting'))),
    el('h1', {}, meeting.name),
    el('dl', { class: 'facts' },
      fact('When', sayDays(meeting.start_date, meeting.end_date) ?? 'not given', meeting.status === 'planned' ? ' (planned)' : ''),
      fact('Where', where(meeting)),
      fact('Host', meeting.host && el('a', { href: addressOf(meeting.host) }, marked(meeting, 'host', meeting.host.label)))));
}

// One request for a number: how many records there are of some kind.
function counting(path, parameters = {}) {
  return { path, parameters: { ...parameters, fields: 'id', limit: 1 } };
}

function figure(number, label, to, detail = null) {
  return el('a', { class: 'figure', href: to },
    el('span', { class: 'figure-number' }, number.toLocaleString('en')), el('span', { class: 'figure-label' }, label),
    detail ? el('span', { class: 'figure-detail' }, detail) : null);
}

// "26 stated, 22 named": the two differ where the source counts people that it does not name.
function compared(stated, named, what) {
  if (stated === null) return `${what}; no count is stated`;
  if (stated === named) return `${what}, as many as stated`;
  return stated > named ? `${what}; ${stated - named} unnamed` : `${what}; more than stated`;
}

function figures(view) {
  const { meeting } = view;
  const at = `/meetings/${meeting.id}`;
  const to = (...path) => address(['meetings', meeting.id, ...path]);
  return panel(view, {
    title: 'In figures', className: 'wide',
    requests: [counting(`${at}/people`), counting('/organizations', { 'attendance.meeting': meeting.id, kind: 'committee', facet: 'attendance.status' }),
      counting(`${at}/sessions`), counting(`${at}/papers`), counting(`${at}/discussions`), counting(`${at}/proposals`), counting(`${at}/events`)],
    show: (people, committees, sessions, papers, points, proposals, events) => {
      const absent = committees.meta.facets['attendance.status'].find(({ value }) => value === 'invited_absent')?.count ?? 0;
      const present = committees.meta.total - absent;
      return el('div', { class: 'figures' },
        figure(meeting.participants_stated ?? people.meta.total, 'participants', to('people'),
          compared(meeting.participants_stated, people.meta.total, `${people.meta.total} named`)),
        figure(meeting.organizations_stated ?? present, 'committees', address(['meetings', meeting.id, 'people'], { show: 'committees' }),
          `${compared(meeting.organizations_stated, present, `${present} listed`)}${absent ? `; ${absent} invited, absent` : ''}`),
        figure(sessions.meta.total, sessions.meta.total === 1 ? 'session' : 'sessions', to('programme')),
        figure(papers.meta.total, 'presentations', to('programme')),
        figure(points.meta.total, 'points of discussion', to('programme')),
        figure(proposals.meta.total, 'proposals', to('proposals')),
        figure(events.meta.total, 'dates around it', to('timeline')));
    },
  });
}

function summary(meeting) {
  return el('section', { class: 'panel prose' }, el('div', { class: 'panel-head' }, el('h2', {}, 'What it was')),
    meeting.summary ? el('p', {}, meeting.summary) : el('p', { class: 'empty' }, 'The record has no summary of it.'), sourcesOf(meeting, 'the meeting'));
}

// What the record could say and does not, each with the request that counts it.
function openPoints(meeting) {
  const of = { 'session.meeting': meeting.id };
  const to = (view, parameters = {}) => address(['meetings', meeting.id, view], parameters);
  return [
    { one: 'presentation without a title', many: 'presentations without a title', request: counting('/papers', { ...of, title__isnull: true }), to: to('programme') },
    { one: 'point of discussion whose speaker is not named', many: 'points of discussion whose speaker is not named', request: counting('/discussions', { ...of, speaker__isnull: true }), to: to('programme') },
    { one: 'proposal that names nobody to act', many: 'proposals that name nobody to act', request: counting('/proposals', { meeting: meeting.id, actors__isnull: true }), to: to('proposals', { actors: 'none' }) },
    { one: 'person for whom no committee is given', many: 'people for whom no committee is given', request: counting('/people', { 'attendance.meeting': meeting.id, represents__isnull: true }), to: to('people', { committee: 'none' }) },
    { one: 'event without a date', many: 'events without a date', request: counting('/events', { meeting: meeting.id, date__isnull: true }), to: to('timeline') },
  ];
}

function leftOpen(view) {
  const { meeting } = view;
  const points = openPoints(meeting);
  const silent = ['start_date', 'venue', 'city', 'country', 'host', 'participants_stated', 'organizations_stated'].filter((field) => meeting[field] === null);
  return panel(view, {
    title: 'What is left open',
    empty: 'Nothing: every field that the dashboard looks at has a value.',
    requests: [counting('/people', { 'attendance.meeting': meeting.id }), ...points.map(({ request }) => request)],
    show: (people, ...answers) => {
      const unnamed = (meeting.participants_stated ?? 0) - people.meta.total;
      const items = answers.map(({ meta }, at) => (meta.total ? el('li', {}, el('a', { href: points[at].to }, count(meta.total, points[at].one, points[at].many))) : null));
      if (unnamed > 0) items.unshift(el('li', {}, count(unnamed, 'participant'), ' counted but not named'));
      if (silent.length) items.push(el('li', {}, 'Of the meeting itself, not given: ', silent.map(term).join(', ')));
      return items.some(Boolean) ? el('ul', { class: 'open-points' }, items) : null;
    },
  });
}

function series(view) {
  const { meeting } = view;
  if (!meeting.series || !meeting.number) return null;
  return panel(view, {
    title: 'Its place in the series',
    requests: [{ path: '/meetings', parameters: { series: meeting.series, number__gte: Math.max(1, meeting.number - 3), number__lte: meeting.number + 3, sort: 'number', limit: 7,
      fields: 'number,name,status,start_date,end_date,city,country' } }],
    show: ({ data }) => el('ol', { class: 'series' }, data.map((one) => el('li', { 'aria-current': one.id === meeting.id ? 'true' : null },
      el('span', { class: 'series-number' }, String(one.number)),
      el('a', { href: address(['meetings', one.id]) }, one.id === meeting.id ? shortName(one) : one.name),
      el('span', { class: 'quiet' }, sayDays(one.start_date, one.end_date) ?? 'no date given', one.status === 'planned' ? ', planned' : '')))),
  });
}

export function showOverview(view) {
  return el('article', { class: 'view' }, lead(view.meeting), figures(view),
    el('div', { class: 'columns' }, summary(view.meeting), el('div', {}, leftOpen(view), series(view))));
}
