// People and committees: who was there, from where and as what; who did what, session by session; and which committees came.
import { address, addressOf } from './address.js';
import { barChart } from './charts.js';
import { committees } from './committees.js';
import { el, join } from './dom.js';
import { matrix } from './matrix.js';
import { links } from './papers.js';
import { panel } from './panel.js';
import { marked, sourcesOf } from './sources.js';
import { capital, count, country, term } from './words.js';

const MOST = 1000; // of one meeting; beyond that the API is asked for the rest by its pages

function rolesOf(person, meeting) {
  return person.attendance.filter((one) => one.meeting.id === meeting.id).flatMap(({ roles }) => roles);
}

// [{value, label, count}] of what each person has one or several of, the most frequent first.
function tally(people, valuesOf, sayValue) {
  const counts = new Map();
  for (const person of people) for (const value of valuesOf(person)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, number]) => ({ value, label: sayValue(value), count: number })).sort((a, b) => b.count - a.count);
}

function countriesOf(person) {
  return person.country ? [person.country] : [];
}

function charts(view, people) {
  const to = (name) => (value) => address(view.path, { ...Object.fromEntries(view.parameters), [name]: view.parameters.get(name) === value ? null : value });
  const without = people.filter((person) => !person.country).length;
  return el('div', { class: 'charts' },
    barChart({ view, title: 'By country', name: 'country', what: 'Country', rows: tally(people, countriesOf, country), to: to('country'),
      remark: without ? `${count(without, 'person', 'people')} without a country` : null }),
    barChart({ view, title: 'By role', name: 'role', what: 'Role', rows: tally(people, (person) => new Set(rolesOf(person, view.meeting)), (role) => capital(term(role))), to: to('role'),
      remark: 'One person may have several roles.' }));
}

function affiliations(person) {
  if (!person.memberships.length) return null;
  return el('ul', { class: 'plain affiliations' }, person.memberships.map(({ organization, post }) => el('li', {},
    post ? [post, ', '] : null, el('a', { href: addressOf(organization) }, organization.label))));
}

function card(person, meeting) {
  const name = join([person.honorific_prefix, person.name].filter(Boolean), ' ');
  return el('li', { class: 'card person' },
    el('h3', {}, el('a', { href: addressOf(person) }, marked(person, 'name', name))),
    el('p', { class: 'quiet' }, join([person.represents ? links([person.represents]) : 'no committee given', person.country ? marked(person, 'country', country(person.country)) : null].filter(Boolean), ' · ')),
    affiliations(person),
    person.other_names.length ? el('p', { class: 'quiet' }, 'Also printed as ', join(person.other_names)) : null,
    el('ul', { class: 'tags roles', 'aria-label': 'Roles' }, rolesOf(person, meeting).filter((role, at, all) => role !== 'participant' || all.length === 1).map((role) => el('li', {}, term(role)))),
    sourcesOf(person, person.name));
}

function wanted(view) {
  const { parameters, meeting } = view;
  const [land, role] = [parameters.get('country'), parameters.get('role')];
  return (person) => (!land || person.country === land) && (!role || rolesOf(person, meeting).includes(role))
    && (parameters.get('committee') !== 'none' || !person.represents);
}

// The filters that are set, each with a way out of it.
function chosen(view) {
  const says = { country: country, role: (value) => capital(term(value)), committee: () => 'No committee given' };
  const set = Object.keys(says).filter((name) => view.parameters.get(name));
  if (!set.length) return null;
  const out = (name) => address(view.path, { ...Object.fromEntries(view.parameters), [name]: null });
  return el('ul', { class: 'chips', 'aria-label': 'Filters that are set' }, set.map((name) => el('li', {},
    el('a', { class: 'chip', href: out(name), 'aria-current': 'true', 'data-key': `chosen:${name}` }, says[name](view.parameters.get(name)), el('span', { 'aria-hidden': 'true' }, ' ×'), el('span', { class: 'hidden' }, ', take away')))));
}

function peoplePanel(view) {
  return panel(view, {
    title: 'Who was there', className: 'plain-panel',
    requests: [{ path: '/people', parameters: { 'attendance.meeting': view.meeting.id, sort: 'sort_name', limit: MOST,
      fields: 'name,honorific_prefix,other_names,country,memberships,represents,attendance,sources,inferred,notes' } }],
    empty: 'The record names nobody at this meeting.',
    show: ({ data, meta }) => {
      if (!data.length) return null;
      const shown = data.filter(wanted(view));
      const total = meta.total > data.length ? `the first ${data.length.toLocaleString('en')} of ${meta.total.toLocaleString('en')}` : `${data.length}`;
      return [charts(view, data), el('div', { class: 'list-head' }, el('p', { role: 'status' }, `${count(shown.length, 'person', 'people')} of ${total}`), chosen(view)),
        el('ul', { class: 'cards' }, shown.map((person) => card(person, view.meeting)))];
    },
  });
}

const PARTS = {
  people: { label: 'Who was there', show: peoplePanel },
  sessions: { label: 'Session by session', show: matrix },
  committees: { label: 'Committees and institutions', show: committees },
};

export function showPeople(view) {
  const at = PARTS[view.parameters.get('show')] ? view.parameters.get('show') : 'people';
  return el('article', { class: 'view' }, el('h1', {}, 'People and committees'),
    el('nav', { class: 'segments', 'aria-label': 'Parts' }, Object.entries(PARTS).map(([name, { label }]) => el('a', {
      href: address(view.path, { show: name === 'people' ? null : name }), 'aria-current': name === at ? 'page' : null, 'data-key': `part:${name}` }, label))),
    PARTS[at].show(view));
}
