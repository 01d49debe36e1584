// The programme: the sessions with their chairs and, of one session, its presentations in order and its discussion.
import { address, addressOf } from './address.js';
import { discussionList } from './discussion.js';
import { el } from './dom.js';
import { paperCard } from './papers.js';
import { pager, panel } from './panel.js';
import { marked, sourcesOf } from './sources.js';
import { capital, sayNumber, term } from './words.js';

const PAGE = 50;

function sessionTitle(session) {
  return session.title ?? capital(term(session.kind ?? 'session'));
}

// The sessions as a table of contents; the one that is shown is marked.
function contents(view, sessions, shown) {
  const to = (session) => address(['meetings', view.meeting.id, 'programme'], { session: session.number ?? session.id });
  return el('nav', { class: 'contents', 'aria-label': 'Sessions' }, el('ol', {}, sessions.map((session) => el('li', {},
    el('a', { href: to(session), 'aria-current': session.id === shown.id ? 'true' : null, 'data-key': `session:${session.id}` },
      el('span', { class: 'contents-number' }, session.number === null ? null : String(session.number)),
      el('span', {}, el('span', { class: 'contents-title' }, sessionTitle(session)),
        el('span', { class: 'quiet' }, session.chair ? ['Chair: ', session.chair.label] : capital(term(session.kind ?? ''))))))))); 
}

function sessionLead(session) {
  return el('header', { class: 'session-lead' },
    el('p', { class: 'kicker' }, sayNumber(session), session.kind ? ` · ${term(session.kind)}` : ''),
    el('h2', {}, el('a', { href: addressOf(session) }, marked(session, 'title', sessionTitle(session)))),
    session.chair
      ? el('p', { class: 'byline' }, 'Chaired by ', el('a', { href: addressOf(session.chair) }, session.chair.label))
      : el('p', { class: 'byline' }, 'No chair is named'),
    session.summary ? el('p', { class: 'abstract' }, session.summary) : null,
    sourcesOf(session, `session ${session.number ?? session.title ?? session.id}`));
}

// A relation of the session as a panel of its own, a page at a time.
function part(view, session, { relation, title, list }) {
  const offset = Number(view.parameters.get(relation) ?? 0);
  const to = (at) => address(view.path, { ...Object.fromEntries(view.parameters), [relation]: at || null });
  return panel(view, {
    title, level: 3, className: 'plain-panel', empty: `The record has no ${title.toLowerCase()} of this session.`,
    requests: [{ path: `/sessions/${session.id}/${relation}`, parameters: { sort: relation === 'proposals' ? 'number' : 'position', limit: PAGE, offset: offset || null } }],
    show: ({ data, meta }) => (data.length ? [list(data, view.parameters.get('at')), pager(meta, to)] : null),
  });
}

const PARTS = [
  { relation: 'papers', title: 'Presentations', list: (papers, at) => el('ol', { class: 'papers' }, papers.map((paper) => paperCard(paper, at))) },
  { relation: 'discussions', title: 'Discussion', list: discussionList },
  { relation: 'proposals', title: 'Proposals', list: (proposals) => el('ol', { class: 'short-list' }, proposals.map((proposal) => el('li', {},
    proposal.number ? el('span', { class: 'number' }, String(proposal.number)) : null, el('a', { href: addressOf(proposal) }, proposal.title)))) },
];

// Each session has the parts that its kind has, and no empty panels for the others: the wrap-up has proposals, the others papers.
function sessionBody(view, session) {
  const presents = session.kind === 'presentations' || session.kind === null;
  const parts = session.kind === 'wrap_up' ? PARTS.slice(1) : presents ? PARTS.slice(0, 2) : PARTS;
  return el('div', { class: 'session' }, sessionLead(session), parts.map((one) => part(view, session, one)));
}

export function showProgramme(view) {
  const request = { path: `/meetings/${view.meeting.id}/sessions`, parameters: { sort: 'number', limit: 200 } };
  const chosen = view.parameters.get('session') ?? '1';
  return el('article', { class: 'view' }, panel(view, {
    title: 'Programme', level: 1, className: 'programme plain-panel', requests: [request], empty: 'The record has no sessions of this meeting.',
    show: ({ data }) => {
      if (!data.length) return null;
      const shown = data.find(({ number, id }) => String(number ?? id) === chosen) ?? data[0];
      return el('div', { class: 'with-contents' }, contents(view, data, shown), sessionBody(view, shown));
    },
  }));
}
