// The public API, which is all that the dashboard knows. Nothing is kept here: the browser does that, and asks whether it has
// changed.

// Where the API is: above this very file, /assets/VERSION/api.js, behind whatever base path the server has.
const base = new URL('../../', import.meta.url);

/** What went wrong, as the server explains it (RFC 9457), or the network. */
export class Problem extends Error {
  constructor({ title, status, detail, errors }) {
    super(detail ?? title);
    this.title = title ?? 'Something went wrong';
    this.status = status;
    this.errors = errors ?? [];
  }
}

/** The path of a request that an `href` of an answer stands for. */
export function pathOf(href) {
  return href.startsWith(base.pathname) ? `/${href.slice(base.pathname.length)}` : href;
}

/** The URL of a request. Commas and the like stay readable, since people copy it. */
export function urlOf({ path, parameters = {} }) {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2C/g, ',').replace(/'/g, '%27').replace(/\*/g, '%2A')}`)
    .join('&');
  return new URL(`.${path}${query ? `?${query}` : ''}`, base).href;
}

/** A request as it is typed into a shell. */
export function curlOf(request) {
  return `curl -s '${urlOf(request)}'`;
}

async function explain(response) {
  const problem = { title: response.statusText, status: response.status };
  try {
    return new Problem({ ...problem, ...(await response.json()) });
  } catch {
    return new Problem({ ...problem, detail: `The server answered ${response.status}.` });
  }
}

// Of the record published as files, some hosts answer every question with the file of its path. A list says itself what it is of.
function isOfAnother({ parameters = {} }, { links, data }) {
  const asks = Object.keys(parameters).some((name) => !['limit', 'offset'].includes(name) && parameters[name] !== null && parameters[name] !== undefined);
  return asks && Array.isArray(data) && !links.self.includes('?');
}

/** The answer to a request. Throws a Problem, or an AbortError once `signal` says that nobody wants it any more. */
export async function get(request, signal) {
  let response;
  try {
    response = await fetch(urlOf(request), { signal, headers: { Accept: 'application/json' } });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem({ title: 'No answer', detail: 'The server cannot be reached. Is it still running?' });
  }
  if (!response.ok) throw await explain(response);
  const answer = await response.json();
  if (isOfAnother(request, answer)) throw new Problem({ title: 'Not answered', detail: 'This record is published as files, which answer no questions: the dashboard needs the server.' });
  return answer;
}
