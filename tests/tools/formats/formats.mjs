// usage: formats.mjs URL - reads the iCalendar, BibTeX, CSL-JSON and JSON-LD of the server at URL with common libraries for these
// formats, and compares them with the JSON.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'

const load = createRequire(new URL('../node/', import.meta.url))
const ICAL = load('ical.js')
const jsonld = load('jsonld')
const { Cite, plugins } = load('@citation-js/core')
load('@citation-js/plugin-bibtex')
load('@citation-js/plugin-csl')

const base = process.argv[2]
let count = 0

async function get(path) {
  const answer = await fetch(base + path)
  assert.equal(answer.status, 200, path)
  count++
  return answer
}

async function text(path) {
  return (await get(path)).text()
}

async function records(collection) {
  return (await (await get(`/${collection}?limit=1000`)).json()).data
}

// Returns the first and the last day of a record, or null if they are not plain dates.
function days(record) {
  const from = record.start_date ?? record.date
  const to = record.end_date ?? from
  const plain = date => /^\d{4}-\d{2}-\d{2}$/.test(date ?? '')
  return plain(from) && plain(to) ? [from, to] : null
}

function dayAfter(day) {
  return new Date(Date.parse(day) + 86400000).toISOString().slice(0, 10)
}

// The days for those dates of hard.json that are less precise than a day.
const meant = {
  'meeting-m-2@rapporteur': ['2004-02-01', '2004-03-01'],
  'event-month@rapporteur': ['2005-02-01', '2005-03-01'],
  'event-year@rapporteur': ['1999-01-01', '2000-01-01'],
  'event-season@rapporteur': ['2006-01-01', '2006-04-01'],
  'event-decade@rapporteur': ['1990-01-01', '2000-01-01'],
  'event-interval@rapporteur': ['2004-06-01', '2006-09-01'],
}

function checkEntry(record, entry) {
  const event = entry.name === 'vevent'
  const value = name => entry.getFirstPropertyValue(name)
  assert.equal(value('uid'), `${record.type}-${record.id}@rapporteur`)
  assert.equal(value('summary'), record.name ?? record.title)
  assert.match(value('dtstamp').toString(), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  const exact = days(record)
  const wanted = exact ? [exact[0], dayAfter(exact[1])] : meant[value('uid')]
  if (wanted) {
    assert.ok(event, record.id)
    assert.deepEqual([value('dtstart').toString(), value('dtend').toString()], wanted, record.id)
    assert.ok(value('dtstart').isDate)
  } else if (!event) {
    assert.equal(entry.name, 'vjournal')
    assert.ok(value('comment'), record.id)
  }
  const description = record.summary ?? record.description ?? ''
  assert.ok((value('description') ?? '').startsWith(description), record.id)
  if (event && !exact) assert.match(value('description'), /recorded as/)
  if (!exact) assert.equal(value('x-rapporteur-date') ?? null, record.start_date ?? record.date ?? null)
  const sure = { held: 'CONFIRMED', certain: 'CONFIRMED', planned: 'TENTATIVE', probable: 'TENTATIVE' }
  const stated = ['status', 'certainty'].find(field => record[field] && !record.inferred.includes(field))
  if (event) assert.equal(value('status'), sure[record[stated]] ?? null, record.id)
}

async function checkCalendar(collection) {
  const file = await text(`/${collection}.ics`)
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  assert.ok(!file.replaceAll('\r\n', '').includes('\n'), 'lines end with CR LF')
  const entries = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents()
    .filter(entry => entry.name !== 'vtimezone')
  const all = await records(collection)
  assert.equal(entries.length, all.length)
  all.forEach((record, i) => checkEntry(record, entries[i]))
}

const plain = string => string.replaceAll(/<\/?span[^>]*>/g, '').replaceAll(/\s+/g, ' ')

function checkTitle(record, title) {
  const own = record.title ?? record.name
  if (own) assert.equal(plain(title), plain(own), record.id)
  else assert.match(title, /^\[Untitled \w+\]$/)
}

async function checkBibtex(collection, people) {
  const file = await text(`/${collection}.bib`)
  const entries = plugins.input.chain(file, { generateGraph: false })
  const all = await records(collection)
  assert.deepEqual(entries.map(entry => entry['citation-key'] ?? entry.id), all.map(record => record.id))
  all.forEach((record, i) => {
    checkTitle(record, entries[i].title)
    const authors = record.presenters ?? (record.author ? [record.author] : [])
    assert.equal((entries[i].author ?? []).length, authors.length, record.id)
    authors.forEach((author, j) => {
      const person = people.get(author.id)
      const found = entries[i].author[j]
      if (person.family_name && person.given_name) {
        assert.equal(plain(found.family), person.family_name)
        assert.equal(plain(found.given), person.given_name)
      } else assert.equal(plain(found.literal ?? found.family), person.name)
    })
  })
}

async function checkCsl(collection, people) {
  const items = JSON.parse(await text(`/${collection}.csl.json`))
  const all = await records(collection)
  assert.deepEqual(items.map(item => item.id), all.map(record => record.id))
  all.forEach((record, i) => checkTitle(record, items[i].title))
  const references = new Cite(items).format('bibliography', { template: 'apa', asEntryArray: true })
  assert.equal(references.length, all.length)
  for (const [id, reference] of references) {
    const record = all.find(one => one.id === id)
    if (record.title) assert.ok(reference.toLowerCase().includes(record.title.slice(0, 12).toLowerCase()), reference)
    for (const presenter of record.presenters ?? []) {
      const family = people.get(presenter.id).family_name
      if (family && /^\w+$/.test(family)) assert.ok(reference.includes(family), reference)
    }
  }
  return references.map(([, reference]) => reference)
}

// Expands a file as if it had been saved: its address is not known, and nothing can be loaded.
async function expand(path) {
  const documentLoader = url => assert.fail(`a saved file needs ${url}`)
  return jsonld.expand(JSON.parse(await text(path)), { documentLoader, safe: true })
}

const schema = name => 'https://schema.org/' + name
const one = (node, property) => node[property][0]['@value'] ?? node[property][0]['@id']

async function checkLinkedData() {
  for (const collection of ['meetings', 'sessions', 'people', 'organizations', 'papers', 'discussions', 'proposals',
    'topics', 'events', 'documents']) {
    const nodes = await expand(`/${collection}.jsonld`)
    const all = await records(collection)
    assert.deepEqual(nodes.map(node => node['@id']), all.map(record => base + record.links.self))
    for (const node of nodes) assert.match(node['@type'][0], /^https:\/\/schema\.org\/|skos/)
  }
  const topics = await expand('/topics.jsonld')
  const narrower = (await records('topics')).find(topic => topic.broader)
  const skos = 'http://www.w3.org/2004/02/skos/core#'
  const node = topics.find(topic => topic['@id'] === base + narrower.links.self)
  assert.equal(one(node, skos + 'prefLabel'), narrower.label)
  assert.equal(one(node, skos + 'broader'), base + narrower.broader.href)
  const paper = (await records('papers')).find(record => record.title)
  const [linked] = await expand(`/papers/${paper.id}.jsonld`)
  assert.equal(one(linked, schema('name')), paper.title)
  assert.equal(one(linked, schema('author')), base + paper.presenters[0].href)
  assert.deepEqual(linked['@reverse'][schema('workFeatured')].map(event => event['@id']).sort(),
    [base + paper.meeting.href, base + paper.session.href])
  assert.equal(one(linked, base + '/context.jsonld#position'), paper.position)
  const dated = (await records('meetings')).find(meeting => /^\d{4}-\d\d-\d\d$/.test(meeting.start_date ?? ''))
  const [meeting] = await expand(`/meetings/${dated.id}.jsonld`)
  assert.deepEqual(meeting[schema('startDate')],
    [{ '@type': 'http://www.w3.org/2001/XMLSchema#date', '@value': dated.start_date }])
  const quads = await jsonld.toRDF(await expand('/events.jsonld'), { format: 'application/n-quads', safe: true })
  for (const event of await records('events')) assert.ok(quads.includes(`<${base + event.links.self}>`), event.id)
}

const people = new Map((await records('people')).map(person => [person.id, person]))
for (const collection of ['meetings', 'events']) await checkCalendar(collection)
for (const collection of ['papers', 'proposals', 'documents', 'meetings', 'decisions']) {
  await checkBibtex(collection, people)
  const references = await checkCsl(collection, people)
  if (references.length) console.log(references[0].trim())
}
await checkLinkedData()
console.log(`${count} files and pages are correct`)
