// The record's terms as a reader says them.
import { isolate } from './dom.js';

const regions = new Intl.DisplayNames(['en'], { type: 'region' });

/** A country's name, of its code. */
export function country(code) {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

const HYPHENATED = { co_chair: 'co-chair', wrap_up: 'wrap-up', invited_absent: 'invited, absent' };

/** A value out of a fixed list, such as "study_group_meeting". */
export function term(value) {
  return HYPHENATED[value] ?? value.replaceAll('_', ' ');
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "1 paper", "15 papers", "1,204 people". */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** What a meeting is called where there is little room. */
export function shortName(meeting) {
  const year = /\d{4}/.exec(meeting.start_date ?? '')?.[0];
  const place = meeting.city ?? meeting.country;
  return place && year ? `${isolate(place)} ${year}` : place && meeting.number ? `${isolate(place)}, no. ${meeting.number}` : meeting.name;
}

/** "Session 3", or "Session" if it has no number. */
export function sayNumber(session) {
  return session.number === null ? 'Session' : `Session ${session.number}`;
}

/** Lines as a reference gives them: "lines 34–39", "line 7". */
export function sayLines(lines) {
  if (!lines) return 'whole';
  return `${/^\d+$/.test(lines) ? 'line' : 'lines'} ${lines.replaceAll('-', '–')}`;
}
