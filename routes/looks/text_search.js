// The search in the texts of an exported site. It needs no page, so that it can be tested without one.

const LETTERS = { æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ß: 'ss', ħ: 'h', ı: 'i' };
const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u; // written without spaces between words
const ENDINGS = /(?:ies|ing|ed|es|s|y)$/; // of English words
const SNIPPET = { before: 60, length: 260 }; // in characters
const LABEL_WEIGHT = 10;
const NEAR = { shortest: 3, long: 6, most: 200_000 }; // letters of a word that is corrected; of one with two slips; words compared with it

/** Returns a text without case, accents and compatibility forms. */
export function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[æœøđłßħı]/g, (letter) => LETTERS[letter]);
}

/** Returns the words of a text, between spaces: " to be or not ". */
function words(text) {
  return ` ${(fold(text).match(TOKEN) ?? []).join(' ')} `;
}

/** Returns what a word begins with in each of its forms: "energies" and "energy" are both "energ". */
function stem(word) {
  const short = word.replace(ENDINGS, '');
  return short.length >= 4 ? short : word;
}

/** Reads a query: all words, "phrases", prefix* and -words that are not to be there. Returns [{text, excluded}]; `text` is found in `words`. */
export function parse(query) {
  const terms = [];
  for (const [, minus, phrase, word] of query.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const found = words(phrase ?? word).trim();
    if (!found) continue;
    const whole = phrase !== undefined || found.includes(' ');
    const prefix = whole ? `${found} ` : word.endsWith('*') ? found : stem(found);
    terms.push({ text: (UNSPACED.test(found) ? '' : ' ') + (UNSPACED.test(found) ? found : prefix), excluded: minus === '-' });
  }
  return terms;
}

/** Makes an archive searchable: {types, records} as /search-index.json has them. */
export function prepare({ types, records }) {
  return {
    types,
    records: records.map(([type, id, kind, label, text]) => ({ type: types[type], id, kind, label, text, words: words(`${label} ${text}`), labelWords: words(label) })),
  };
}

function count(text, part) {
  return text.split(part).length - 1;
}

/** Returns how well a record has the terms; 0 if one is missing. */
function score(record, terms) {
  let sum = 0;
  for (const { text, excluded } of terms) {
    const found = count(record.words, text);
    if (excluded ? found : !found) return 0;
    sum += excluded ? 0 : Math.min(found, 5) + LABEL_WEIGHT * Math.min(count(record.labelWords, text), 1);
  }
  return sum;
}

/** Finds the records of a type, or of all if it is "". Returns {hits, byType}: the best first, and how many each type has. */
export function search({ records }, query, type = '') {
  const terms = parse(query);
  const hits = [], byType = new Map();
  if (!terms.some(({ excluded }) => !excluded)) return { hits, byType };
  for (const record of records) {
    const rank = score(record, terms);
    if (!rank) continue;
    byType.set(record.type, (byType.get(record.type) ?? 0) + 1);
    if (!type || record.type.name === type) hits.push({ record, rank });
  }
  return { hits: hits.sort((a, b) => b.rank - a.rank).map(({ record }) => record), byType };
}

/** Reports whether a word of a text belongs to one of the terms. */
function isFound(token, terms) {
  const folded = ` ${fold(token)} `;
  return terms.some(({ text, excluded }) => !excluded && text.trim().split(' ').some((part, at, parts) => (text.startsWith(' ') ? folded.startsWith(` ${part}`) : folded.includes(part))
    && (parts.length === 1 || folded === ` ${part} `)));
}

/** Returns the part of a text around the first word that was found, as [{text, found}]. */
export function snippet(text, query) {
  const terms = parse(query), parts = [];
  const tokens = [...text.matchAll(TOKEN)].filter(([token]) => isFound(token, terms));
  const first = tokens[0]?.index ?? 0;
  let start = Math.max(0, first - SNIPPET.before);
  if (start > 0) start = text.indexOf(' ', start) + 1 || start;
  let end = Math.min(text.length, start + SNIPPET.length);
  if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), first + 1);
  let at = start;
  if (start > 0) parts.push({ text: '… ', found: false });
  for (const { 0: token, index } of tokens) {
    if (index < at || index + token.length > end) continue;
    parts.push({ text: text.slice(at, index), found: false }, { text: token, found: true });
    at = index + token.length;
  }
  parts.push({ text: text.slice(at, end) + (end < text.length ? ' …' : ''), found: false });
  return parts.filter((part) => part.text);
}

/** Returns the edits between two words, of which one may swap neighbours (optimal string alignment); `most` + 1 if they are more. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** Returns the words of an archive with the number of their records, the most frequent first. They are collected once. */
function vocabulary(archive) {
  const counts = new Map();
  for (const record of archive.vocabulary ? [] : archive.records) {
    for (const word of new Set(record.words.split(' '))) if (word.length >= NEAR.shortest) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  archive.vocabulary ??= [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, NEAR.most);
  return archive.vocabulary;
}

/** Returns the word of the archive that is nearest to one that it does not have, or null. */
function nearest(archive, word) {
  let least = word.length >= NEAR.long ? 2 : 1, found = null;
  for (const known of vocabulary(archive)) {
    if (least < 1) break;
    const edits = distance(word, known, least);
    if (edits > least || (found && edits === least)) continue;
    [found, least] = [known, edits];
  }
  return found;
}

/** Returns the query with the nearest words of the archive in place of those that it does not have, or null if that finds nothing. */
export function suggest(archive, query) {
  let changed = false;
  const better = query.replace(/(^|\s)([^\s"*-][^\s"*]*)(?=\s|$)/g, (whole, space, word) => {
    const folded = fold(word), known = archive.records.some((record) => record.words.includes(` ${stem(folded)}`));
    const near = known || UNSPACED.test(folded) || folded.length < NEAR.shortest ? null : nearest(archive, folded);
    changed ||= near !== null;
    return near === null ? whole : space + near;
  });
  return changed && search(archive, better).hits.length ? better : null;
}
