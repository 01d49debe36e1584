// The page around the views: which view an address names, the meeting it is about, and the change from one view to the next.
import { address, parse, visit } from './address.js';
import { get, urlOf } from './api.js';
import { sayDays } from './dates.js';
import { el } from './dom.js';
import { showMeetings } from './meetings.js';
import { showOverview } from './overview.js';
import { panel } from './panel.js';
import { showPeople } from './people.js';
import { showProgramme } from './programme.js';
import { showProposals } from './proposals.js';
import { meetingOf, showRecord } from './record.js';
import { clearSearchBox, showSearch, startSearchBox } from './search.js';
import { showTimeline } from './timeline.js';
import { shortName } from './words.js';

// What there is to see of a meeting, by the third segment of the address.
const VIEWS = {
  '': { label: 'At a glance', show: showOverview },
  programme: { label: 'Programme', show: showProgramme },
  people: { label: 'People', show: showPeople },
  proposals: { label: 'Proposals', show: showProposals },
  timeline: { label: 'Time line', show: showTimeline },
};

const MEETING = { fields: 'number,name,series,kind,status,start_date,end_date,venue,city,country,host,participants_stated,organizations_stated,summary,sources,inferred,notes' };

const content = document.getElementById('content');
let current = null; // the view that is shown, or about to be
let meeting = null; // the one that was looked at last

/** The meeting that the page opens with: the last that was held, or else the first there is. */
async function firstMeeting(signal) {
  for (const parameters of [{ status: 'held', start_date__isnull: 'false', sort: '-start_date' }, {}]) {
    const { data } = await get({ path: '/meetings', parameters: { ...parameters, ...MEETING, limit: 1 } }, signal);
    if (data.length) return data[0];
  }
  return null;
}

async function loadMeeting(id, signal) {
  if (meeting?.id === id) return meeting;
  return get({ path: `/meetings/${encodeURIComponent(id)}`, parameters: MEETING }, signal);
}

function showTabs(at) {
  document.getElementById('tabs').replaceChildren(...Object.entries(VIEWS).map(([name, { label }]) => el('a', {
    href: address(['meetings', meeting.id, name].filter(Boolean)), 'aria-current': name === at ? 'page' : null,
  }, label)));
}

function showMasthead(at) {
  const switcher = document.getElementById('switcher');
  switcher.hidden = !meeting;
  document.getElementById('tabs').hidden = !meeting;
  if (!meeting) return;
  const days = sayDays(meeting.start_date, meeting.end_date);
  switcher.replaceChildren(el('span', { class: 'switcher-name' }, shortName(meeting)), days ? el('span', { class: 'switcher-days' }, days) : '',
    el('span', { class: 'switcher-more' }, 'all meetings'));
  showTabs(at);
}

// Which view an address names: {name, title, element}. `view` carries what views need.
async function choose(view) {
  const [first, id, name = ''] = view.path;
  if (first === 'search') return { title: 'Search', element: showSearch(view) };
  clearSearchBox();
  if (first === 'meetings' && !id) return { title: 'Meetings', element: showMeetings(view) };
  if (first === 'meetings' && VIEWS[name]) {
    meeting = await loadMeeting(id, view.signal);
    return { name, title: `${VIEWS[name].label} – ${shortName(meeting)}`, element: VIEWS[name].show({ ...view, meeting }) };
  }
  if (first && id) return { title: id, element: showRecord(view) };
  meeting = await firstMeeting(view.signal);
  if (!meeting) return { title: 'Meetings', element: showMeetings(view) };
  return { name: '', title: shortName(meeting), element: showOverview({ ...view, meeting }) };
}

// What went wrong before there was a view shows as a panel would.
function refusal(view, error) {
  return panel(view, { title: 'Not there', level: 1, className: 'plain-panel', requests: [], show: () => { throw error; } });
}

const patience = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

// Puts a view in the old one's place. Within the same view (another filter, say) the reader stays where they were: scrolled
// there, and with the focus on the same control.
function replace(element, stays) {
  const key = document.activeElement?.dataset?.key;
  content.replaceChildren(element);
  if (stays) {
    if (key) content.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
    return;
  }
  scrollTo(0, 0);
  if (document.activeElement?.id !== 'q') content.focus({ preventScroll: true });
}

async function navigate() {
  const before = current;
  before?.controller.abort();
  const controller = new AbortController();
  const { hash } = location;
  const view = { ...parse(hash), signal: controller.signal, pending: [], controller };
  current = view;
  const stays = before !== null && before.path.join('/') === view.path.join('/');
  let chosen;
  try {
    chosen = await choose(view);
  } catch (error) {
    if (error.name === 'AbortError') return;
    chosen = { title: 'Not there', element: refusal(view, error) };
  }
  // A moment for the answers, so that what is there at once is not preceded by a flash of emptiness.
  await Promise.race([Promise.allSettled(view.pending), patience(stays ? 1500 : 250)]);
  if (current !== view) return;
  document.title = `${chosen.title} – rapporteur`;
  // For whoever measures: when all of a view was there, and of which address.
  Promise.allSettled(view.pending).then(() => performance.mark('there', { detail: hash }));
  const first = before === null;
  replace(chosen.element, stays || first);
  content.querySelector('[data-at]')?.scrollIntoView({ block: 'center' });
  if (!meeting) meeting = await meetingOf(view, firstMeeting).catch(() => null);
  if (current === view) showMasthead(chosen.name);
}

// On paper everything is to be read; what was folded is folded again afterwards.
function unfoldForPrint() {
  const folded = [...document.querySelectorAll('details.arguments:not([open])')];
  for (const details of folded) details.open = true;
  addEventListener('afterprint', () => folded.forEach((details) => { details.open = false; }), { once: true });
}

// Escape folds the sources that one is in, or else all that are open.
function foldSources(event) {
  if (event.key !== 'Escape') return;
  const within = event.target.closest?.('details[open]');
  for (const details of within ? [within] : document.querySelectorAll('details.sources[open], details.requests[open]')) details.open = false;
  within?.querySelector('summary').focus();
}

async function showColophon() {
  const { data } = await get({ path: '/' });
  document.getElementById('colophon').append(el('p', {},
    `${data.records.toLocaleString('en')} records, version `, el('code', {}, data.version), '. ',
    el('a', { href: urlOf({ path: '/docs' }) }, 'How to ask for them'), ' · ', el('a', { href: urlOf({ path: '/openapi.json' }) }, 'OpenAPI')));
}

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault(); // the fragment is the view's address
  content.focus();
});
addEventListener('hashchange', navigate);
addEventListener('beforeprint', unfoldForPrint);
document.addEventListener('keydown', foldSources);
startSearchBox(visit);
navigate();
showColophon().catch(() => {});
