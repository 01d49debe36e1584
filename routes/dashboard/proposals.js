// The proposals, grouped by topic: who is to act, and which papers and points each takes up, stated or seen by the editor.
import { address, addressOf } from './address.js';
import { el } from './dom.js';
import { topicTags } from './papers.js';
import { pager, panel } from './panel.js';
import { marked, sourcesOf } from './sources.js';
import { capital, term } from './words.js';

const PAGE = 100;
const FILTERS = { topics: 'Topic', actors: 'Actor', status: 'Status' };

function echo({ record, basis, note }) {
  return el('li', {}, el('span', { class: `basis ${basis}`, title: basis === 'stated' ? 'The source states this link' : 'The editor sees this link' }, basis),
    el('div', {}, el('span', { class: 'quiet' }, `${capital(record.type)}: `), el('a', { href: addressOf(record) }, record.label), note ? el('p', { class: 'quiet' }, note) : null));
}

function echoes(proposal) {
  if (!proposal.related.length) return null;
  return el('div', { class: 'echoes' }, el('h4', {}, 'Takes up'), el('ul', { class: 'plain' }, proposal.related.map(echo)));
}

function actors(proposal) {
  return el('p', { class: 'actors' }, el('span', { class: 'label' }, 'To act'),
    proposal.actors.length ? proposal.actors.map((actor) => el('span', { class: 'actor' }, marked(proposal, 'actors', actor.text ?? (actor.organization ?? actor.person).label))) : el('span', { class: 'unnamed' }, 'nobody is named'));
}

function card(proposal, at) {
  return el('li', { class: 'card proposal', id: proposal.id, 'data-at': proposal.id === at },
    el('div', { class: 'card-head' }, proposal.number ? el('span', { class: 'number' }, String(proposal.number)) : null,
      el('h3', {}, el('a', { href: addressOf(proposal) }, proposal.title)), proposal.status ? el('span', { class: 'tag' }, term(proposal.status)) : null),
    el('p', {}, proposal.text), actors(proposal), echoes(proposal), topicTags(proposal.topics), sourcesOf(proposal, proposal.number ? `proposal ${proposal.number}` : proposal.title));
}

// A proposal stands once, under its first heading; the further ones are tags that lead to all that has them.
function groups(proposals) {
  const found = new Map();
  for (const proposal of proposals) {
    const [topic = { id: '', label: 'Without a topic' }] = proposal.topics;
    if (!found.has(topic.id)) found.set(topic.id, { topic, members: [] });
    found.get(topic.id).members.push(proposal);
  }
  return [...found.values()];
}

// One filter's values, as links; the chosen one leads back to all.
function choices(view, name, values) {
  const chosen = view.parameters.get(name);
  if (!values?.length && !chosen) return null;
  const to = (value) => address(view.path, { ...Object.fromEntries(view.parameters), offset: null, [name]: value });
  const shown = chosen && !values.some(({ value }) => value === chosen) ? [{ value: chosen, label: chosen }, ...values] : values;
  return el('div', { class: 'filter' }, el('span', { class: 'label', id: `filter-${name}` }, FILTERS[name]),
    el('ul', { class: 'chips', 'aria-labelledby': `filter-${name}` }, shown.slice(0, 12).map(({ value, label, count }) => el('li', {},
      el('a', { class: 'chip', href: to(value === chosen ? null : value), 'aria-current': value === chosen ? 'true' : null, 'data-key': `${name}:${value}` },
        name === 'status' ? term(label) : label, count ? el('span', { class: 'chip-count' }, String(count)) : null)))));
}

function asked(view) {
  const filters = {};
  for (const name of Object.keys(FILTERS)) {
    const value = view.parameters.get(name);
    if (value === 'none') filters[`${name}__isnull`] = true;
    else if (value) filters[name] = value;
  }
  return { path: `/meetings/${view.meeting.id}/proposals`, parameters: { ...filters, sort: 'number', facet: Object.keys(FILTERS).join(','), limit: PAGE, offset: view.parameters.get('offset') } };
}

export function showProposals(view) {
  const to = (offset) => address(view.path, { ...Object.fromEntries(view.parameters), offset: offset || null });
  return el('article', { class: 'view' }, panel(view, {
    title: 'Proposals', level: 1, className: 'plain-panel', requests: [asked(view)], empty: 'No proposal is like that.',
    show: ({ data, meta }) => [
      el('div', { class: 'filters' }, Object.keys(FILTERS).map((name) => choices(view, name, meta.facets[name]))),
      data.length ? groups(data).map(({ topic, members }) => el('section', { class: 'group topic-group' },
        el('h2', { class: 'group-title' }, topic.href ? el('a', { href: addressOf(topic) }, topic.label) : topic.label),
        el('ol', { class: 'cards' }, members.map((proposal) => card(proposal, view.parameters.get('at')))))) : el('p', { class: 'empty' }, 'No proposal is like that.'),
      pager(meta, to)],
  }));
}
