// usage: calendars.mjs URL <EXPECTED - reads the iCalendar files of the server at URL with ical.js. EXPECTED is JSON that
// calendars.py writes: by collection and UID, the times, status and summary that each entry must have.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const ICAL = createRequire(new URL('../node/', import.meta.url))('ical.js')
const expected = JSON.parse(readFileSync(0, 'utf8'))
const names = ['dtstart', 'dtend', 'due', 'completed']
let count = 0

// Returns a time as seconds since 1970, and a date as its text.
function plain(time, what) {
  if (time.isDate) return time.toString()
  assert.notEqual(time.zone, ICAL.Timezone.localTimezone, `${what} has a zone`)
  return time.toUnixTime()
}

function check(entry, wanted) {
  const value = name => entry.getFirstPropertyValue(name)
  const uid = value('uid')
  assert.ok(wanted, uid)
  if (wanted.component) assert.equal(entry.name, wanted.component.toLowerCase())
  if (entry.name !== 'vjournal') assert.equal(value('status'), wanted.status, uid)
  if (wanted.summary) assert.equal(value('summary'), wanted.summary)
  const times = Object.fromEntries(names.filter(value).map(name => [name, plain(value(name), `${uid} ${name}`)]))
  if (wanted.times && entry.name !== 'vjournal') assert.deepEqual(times, wanted.times, uid)
  count++
}

for (const [collection, wanted] of Object.entries(expected)) {
  const answer = await fetch(`${process.argv[2]}/${collection}.ics`)
  assert.equal(answer.status, 200)
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
  const zones = calendar.getAllSubcomponents('vtimezone').map(zone => zone.getFirstPropertyValue('tzid'))
  assert.equal(new Set(zones).size, zones.length, 'each zone is there once')
  const entries = calendar.getAllSubcomponents().filter(entry => entry.name !== 'vtimezone')
  assert.deepEqual(entries.map(entry => entry.getFirstPropertyValue('uid')).sort(), Object.keys(wanted).sort())
  for (const entry of entries) check(entry, wanted[entry.getFirstPropertyValue('uid')])
}
console.log(`ical.js read ${count} entries`)
