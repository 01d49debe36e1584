// A presentation: who gave it, what it was about, and what it argued.
import { addressOf } from './address.js';
import { el, join } from './dom.js';
import { sourcesOf } from './sources.js';
import { capital, count, term } from './words.js';

/** References as links, one behind the other. */
export function links(references, between = ', ') {
  return join(references.map((one) => el('a', { href: addressOf(one) }, one.label ?? one.name)), between);
}

/** Subject headings as links. */
export function topicTags(topics) {
  if (!topics?.length) return null;
  return el('ul', { class: 'tags', 'aria-label': 'Topics' }, topics.map((topic) => el('li', {}, el('a', { href: addressOf(topic) }, topic.label))));
}

/** The arguments of a presentation, folded away unless `open`. */
export function argumentList(paper, open) {
  if (!paper.arguments?.length) return null;
  return el('details', { class: 'arguments', open },
    el('summary', {}, count(paper.arguments.length, 'argument')),
    el('ol', {}, paper.arguments.map((argument) => el('li', {}, el('p', {}, argument.text), sourcesOf(argument)))));
}

// A title, or, where the source gives none, what it was.
function heading(paper) {
  const title = paper.title ? `${paper.title}` : el('span', { class: 'untitled' }, `${capital(term(paper.kind ?? 'paper'))} without a title`);
  return el('h3', {}, el('a', { href: addressOf(paper) }, title));
}

/** A presentation of the programme; `at` is the id of the record to be pointed out. */
export function paperCard(paper, at) {
  const here = paper.id === at;
  return el('li', { class: 'paper', id: paper.id, 'data-at': here },
    el('span', { class: 'number', title: paper.number ? 'Number within the meeting' : null }, paper.number ? String(paper.number) : null),
    el('div', {},
      heading(paper),
      el('p', { class: 'byline' }, links(paper.presenters), paper.kind && paper.kind !== 'paper' && paper.title ? ` · ${term(paper.kind)}` : null,
        paper.earlier_version ? [' · reworked from ', links([paper.earlier_version])] : null),
      paper.abstract ? el('p', { class: 'abstract' }, paper.abstract) : null,
      argumentList(paper, here),
      topicTags(paper.topics),
      sourcesOf(paper, `presentation ${paper.number ?? paper.title ?? paper.id}`)));
}
