// A part of a view that is fed by requests of its own. It says when it is loading, what went wrong and that there is nothing, and
// shows the requests that feed it, to be copied.
import { curlOf, get, Problem } from './api.js';
import { announce, el, flatten } from './dom.js';

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
    announce('Copied');
  } catch {
    // Without leave to use the clipboard (plain HTTP elsewhere than on this machine), select it for the reader.
    getSelection().selectAllChildren(button.previousSibling);
    button.textContent = 'Selected';
    announce('Selected, ready to be copied');
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
}

function requestLine(request) {
  const line = curlOf(request);
  const code = el('code', {}, line);
  const button = el('button', { type: 'button', class: 'small', on: { click: () => copy(line, button) } }, 'Copy');
  return el('div', { class: 'request-line' }, code, button);
}

/** The requests of a panel, folded away. */
export function requestsOf(requests) {
  return el('details', { class: 'requests' },
    el('summary', {}, requests.length === 1 ? 'Request' : `${requests.length} requests`), requests.map(requestLine));
}

function failure(error, again) {
  const problem = error instanceof Problem ? error : new Problem({ detail: String(error?.message ?? error) });
  if (!(error instanceof Problem)) console.error(error);
  return el('div', { class: 'failure', role: 'alert' },
    el('p', { class: 'failure-title' }, problem.status ? `${problem.status} ${problem.title}` : problem.title),
    el('p', {}, problem.message),
    el('p', { class: 'actions' }, el('button', { type: 'button', on: { click: again } }, 'Try again'), ' ', el('a', { href: '#/' }, 'To the beginning')));
}

function skeleton() {
  return el('div', { class: 'skeleton' }, el('span', { class: 'hidden' }, 'Loading'), [1, 2, 3].map(() => el('div', { 'aria-hidden': 'true' })));
}

/**
 * A panel. `requests` are asked side by side; `show(...answers)` gives what is to be seen, or nothing where there is nothing, for
 * which `empty` has the words. `view` is the view it stands in: it is told when the panel is there, and says when nobody wants
 * it any more. Without a title it is only the content and its requests. `ask(request, view)`, where given, asks in place of this
 * module and says which request it was that had the answer: {request, answer}.
 */
export function panel(view, { title = null, level = 2, className = '', requests, ask = null, show, empty = 'The record has nothing here.' }) {
  const body = el('div', { class: 'panel-body' }, skeleton());
  const heading = title ? el(`h${level}`, {}, title) : null;
  const head = el('div', { class: 'panel-head' }, heading, requests.length ? requestsOf(requests) : null);
  const section = el('section', { class: `panel ${className}`, 'aria-busy': 'true' }, head, body);
  const askOne = async () => {
    const { request, answer } = await ask(requests[0], view);
    head.lastChild.replaceWith(requestsOf([request]));
    return [answer];
  };
  const askAll = () => Promise.all(requests.map((request) => get(request, view.signal)));
  const fill = (...content) => {
    body.replaceChildren(...flatten(content));
    section.removeAttribute('aria-busy');
  };
  const load = async () => {
    try {
      const content = flatten([await show(...await (ask ? askOne() : askAll()))]);
      fill(content.length ? content : el('p', { class: 'empty' }, empty));
    } catch (error) {
      if (error.name !== 'AbortError') fill(failure(error, () => { fill(skeleton()); load(); }));
    }
  };
  view.pending.push(load());
  return section;
}

/** Links to the pages before and after this one, where a list is longer than a page. `to(offset)` is a page's address. */
export function pager(meta, to) {
  const { total, limit, offset } = meta;
  if (total <= limit && offset === 0) return null;
  const link = (text, at, there) => (there
    ? el('a', { class: 'button', href: to(at), 'data-key': `pager:${text}` }, text)
    : el('span', { class: 'button', 'aria-disabled': 'true' }, text));
  return el('nav', { class: 'pager', 'aria-label': 'Pages' },
    link('Previous', Math.max(0, offset - limit), offset > 0),
    el('span', {}, `${Math.min(offset + 1, total).toLocaleString('en')}–${Math.min(offset + limit, total).toLocaleString('en')} of ${total.toLocaleString('en')}`),
    link('Next', offset + limit, offset + limit < total));
}
