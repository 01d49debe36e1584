// The discussion of a session: who asked whom, and what came of it.
import { el } from './dom.js';
import { links, topicTags } from './papers.js';
import { sourcesOf } from './sources.js';
import { capital, term } from './words.js';

// Who made a point, as the record has it: a name, or what the source says instead.
function speaker(point) {
  if (point.speaker) return links([point.speaker]);
  return el('span', { class: 'unnamed' }, point.attribution ? capital(point.attribution) : 'Somebody who is not named');
}

function parties(point) {
  return el('p', { class: 'parties' },
    el('span', { class: `kind ${point.kind ?? ''}` }, capital(term(point.kind ?? 'point'))),
    el('span', { class: 'who' }, speaker(point),
      point.addressed_to.length ? [el('span', { class: 'arrow' }, el('span', { 'aria-hidden': 'true' }, ' → '), el('span', { class: 'hidden' }, ' to ')), links(point.addressed_to)] : null));
}

/** The points of a discussion in their order; `at` is the id of the record to be pointed out. */
export function discussionList(points, at) {
  return el('ol', { class: 'discussion' }, points.map((point) => el('li', { class: `point ${point.kind ?? ''}`, id: point.id, 'data-at': point.id === at },
    parties(point), el('p', { class: 'said' }, point.text), topicTags(point.topics), sourcesOf(point, `point ${point.position ?? point.id}`))));
}
