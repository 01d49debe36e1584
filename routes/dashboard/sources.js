// Where a fact stands: the lines of its document, the editor's notes, and which fields are inferred and not stated. A native
// disclosure, one click or Enter from the fact.
import { addressOf } from './address.js';
import { el, isolate, join } from './dom.js';
import { capital, count, sayLines, term } from './words.js';

// Sources by document, in their order: [{document, lines: [..]}].
function byDocument(sources) {
  const documents = new Map();
  for (const { document, lines } of sources) {
    if (!documents.has(document.id)) documents.set(document.id, { document, lines: [] });
    documents.get(document.id).lines.push(lines);
  }
  return [...documents.values()];
}

function sayAll(lines) {
  const known = lines.filter(Boolean);
  if (known.length === 0) return 'whole document';
  return known.length === 1 ? sayLines(known[0]) : `lines ${known.map((line) => line.replaceAll('-', '–')).join(', ')}`;
}

function citation({ document, lines }) {
  return el('li', {}, el('span', { class: 'lines' }, capital(sayAll(lines))), ' of ',
    el('a', { href: addressOf(document) }, document.label));
}

function noteItem(note) {
  const where = byDocument(note.sources ?? []).map(({ lines }) => sayAll(lines));
  return el('li', {}, el('p', {}, note.text), where.length ? el('p', { class: 'lines' }, join(where, '; ')) : null);
}

function inferredFields(names) {
  return el('p', { class: 'inference' }, el('strong', {}, 'Inferred, not stated outright: '), join(names.map(term)), '.');
}

function summaryOf(record, notes, inferred) {
  const documents = byDocument(record.sources ?? []);
  const lines = documents.flatMap((one) => one.lines);
  const first = lines.length > 2 ? `${sayAll(lines.slice(0, 2))} …` : sayAll(lines);
  return el('summary', {}, el('span', {}, capital(first)),
    notes.length ? el('span', { class: 'flag note' }, count(notes.length, 'note')) : null,
    inferred.length ? el('span', { class: 'flag inferred' }, 'partly inferred') : null);
}

/** The source of a record or of a part of it; null where it has none of its own. */
export function sourcesOf(record, about = null) {
  const notes = record.notes ?? [];
  const inferred = record.inferred ?? [];
  if (!record.sources?.length && !notes.length) return null;
  const details = el('details', { class: 'sources' },
    summaryOf(record, notes, inferred),
    el('div', { class: 'sources-body' },
      el('ul', { class: 'plain' }, byDocument(record.sources ?? []).map(citation)),
      inferred.length ? inferredFields(inferred) : null,
      notes.length ? [el('p', { class: 'notes-title' }, 'Notes of the editor'), el('ul', { class: 'notes' }, notes.map(noteItem))] : null));
  if (about) details.firstChild.setAttribute('aria-label', `Source of ${isolate(about)}: ${details.firstChild.textContent}`);
  return details;
}

/** A field's value, marked where it is inferred. */
export function marked(record, field, shown) {
  if (!record.inferred?.includes(field)) return shown;
  return el('span', { class: 'inferred-value' }, shown, ' ', el('span', { class: 'tag inferred' }, 'inferred'));
}
