// Committees and institutions: who came, who had been invited and did not, and who spoke for whom.
import { addressOf } from './address.js';
import { el, join } from './dom.js';
import { links } from './papers.js';
import { panel } from './panel.js';
import { marked, sourcesOf } from './sources.js';
import { country, term } from './words.js';

const GROUPS = [
  ['host', 'Host'],
  ['attended', 'Came'],
  ['invited_absent', 'Invited, did not come'],
];

function statusOf(organization, meeting) {
  return organization.attendance.find((one) => one.meeting.id === meeting.id)?.status;
}

// Who, of those at the meeting, spoke for an organization or works in it.
function members(organization, people) {
  const speaks = people.filter(({ represents }) => represents?.id === organization.id);
  return speaks.length ? el('p', {}, el('span', { class: 'label' }, 'Spoke for it'), links(speaks)) : null;
}

function card(organization, people) {
  return el('li', { class: 'card' },
    el('h3', {}, el('a', { href: addressOf(organization) }, organization.name)),
    el('p', { class: 'quiet' }, join([organization.kind ? marked(organization, 'kind', term(organization.kind)) : null,
      organization.country ? marked(organization, 'country', country(organization.country)) : null].filter(Boolean), ' · ')),
    members(organization, people), sourcesOf(organization, organization.name));
}

function group([status, title], organizations, people, meeting) {
  const found = organizations.filter((one) => statusOf(one, meeting) === status);
  return found.length ? el('section', { class: 'group' }, el('h3', { class: 'group-title' }, title), el('ul', { class: 'cards' }, found.map((one) => card(one, people)))) : null;
}

// Institutions that people of the meeting work in, which themselves were not asked to it.
function institutions(people) {
  const found = new Map();
  for (const person of people) for (const { organization, post } of person.memberships) {
    if (!found.has(organization.id)) found.set(organization.id, { organization, people: [] });
    found.get(organization.id).people.push({ person, post });
  }
  if (!found.size) return null;
  return el('section', { class: 'group' }, el('h3', { class: 'group-title' }, 'Where people work'), el('ul', { class: 'short-list' },
    [...found.values()].map(({ organization, people: staff }) => el('li', {}, el('a', { href: addressOf(organization) }, organization.label), el('span', { class: 'quiet' }, ' – '),
      join(staff.map(({ person, post }) => [el('a', { href: addressOf(person) }, person.name), post ? el('span', { class: 'quiet' }, ' (', post, ')') : null]))))));
}

export function committees(view) {
  const { meeting } = view;
  return panel(view, {
    title: 'Committees and institutions', className: 'plain-panel', empty: 'The record names no committee at this meeting.',
    requests: [
      { path: '/organizations', parameters: { 'attendance.meeting': meeting.id, limit: 500, fields: 'name,kind,country,attendance,sources,inferred,notes' } },
      { path: '/people', parameters: { 'attendance.meeting': meeting.id, sort: 'sort_name', limit: 1000, fields: 'name,represents,memberships' } }],
    show: (organizations, people) => [...GROUPS.map((one) => group(one, organizations.data, people.data, meeting)), institutions(people.data)],
  });
}
