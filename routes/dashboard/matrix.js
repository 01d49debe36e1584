// Who did what, session by session: a table of people and sessions.
import { address, addressOf } from './address.js';
import { el, join } from './dom.js';
import { panel } from './panel.js';
import { sayNumber, term } from './words.js';

// {person: {session: [what]}}, where what is a text with, perhaps, an address.
function collect(sessions, papers, points) {
  const done = new Map();
  const note = (person, session, what) => {
    if (!done.has(person.id)) done.set(person.id, { person, bySession: new Map() });
    const { bySession } = done.get(person.id);
    if (!bySession.has(session)) bySession.set(session, []);
    bySession.get(session).push(what);
  };
  for (const session of sessions) if (session.chair) note(session.chair, session.id, { text: 'chair', kind: 'chair' });
  for (const paper of papers) for (const person of paper.presenters) note(person, paper.session.id, { text: [term(paper.kind ?? 'paper'), paper.number].filter(Boolean).join(' '), kind: 'paper', session: paper.session, at: paper.id });
  for (const point of points) {
    if (point.speaker) note(point.speaker, point.session.id, { text: term(point.kind ?? 'point'), kind: 'point', session: point.session, at: point.id });
    for (const person of point.addressed_to) note(person, point.session.id, { text: point.kind === 'question' ? 'was asked' : 'was addressed', kind: 'asked', session: point.session, at: point.id });
  }
  return [...done.values()];
}

// The same thing several times in one session is said once, with how often, and leads to the first of them.
function cell(view, whats, numbers) {
  if (!whats) return el('td', {});
  const grouped = new Map();
  for (const what of whats) grouped.set(what.text, { what, times: (grouped.get(what.text)?.times ?? 0) + 1, first: grouped.get(what.text)?.first ?? what });
  return el('td', {}, join([...grouped.values()].map(({ first, times }) => {
    const text = times > 1 ? `${first.text} ×${times}` : first.text;
    if (!first.session) return el('span', { class: `did did-${first.kind}` }, text);
    return el('a', { class: `did did-${first.kind}`, href: address(['meetings', view.meeting.id, 'programme'], { session: numbers.get(first.session.id), at: first.at }) }, text);
  }), ' '));
}

function table(view, sessions, rows) {
  const numbers = new Map(sessions.map(({ id, number }) => [id, number ?? id]));
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Who did what, session by session' }, el('table', { class: 'matrix' },
    el('caption', { class: 'hidden' }, 'Who did what, session by session'),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Person'), sessions.map((session) => el('th', { scope: 'col' },
      el('a', { href: address(['meetings', view.meeting.id, 'programme'], { session: session.number ?? session.id }), title: session.title }, session.number === null && session.title ? session.title : sayNumber(session)))))),
    el('tbody', {}, rows.map(({ person, bySession }) => el('tr', {}, el('th', { scope: 'row' }, el('a', { href: addressOf(person) }, person.label)),
      sessions.map(({ id }) => cell(view, bySession.get(id), numbers)))))));
}

export function matrix(view) {
  const of = { 'session.meeting': view.meeting.id, limit: 1000 };
  return panel(view, {
    title: 'Session by session', className: 'plain-panel', empty: 'The record does not say who did what.',
    requests: [
      { path: `/meetings/${view.meeting.id}/sessions`, parameters: { sort: 'number', limit: 200, fields: 'number,title,chair' } },
      { path: '/papers', parameters: { ...of, sort: 'number', fields: 'number,kind,session,presenters' } },
      { path: '/discussions', parameters: { ...of, fields: 'kind,session,position,speaker,addressed_to' } }],
    show: (sessions, papers, points) => {
      const rows = collect(sessions.data, papers.data, points.data).sort((a, b) => b.bySession.size - a.bySession.size);
      return rows.length ? table(view, sessions.data, rows) : null;
    },
  });
}
