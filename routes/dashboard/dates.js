// Dates as the record has them (EDTF level 1: of a day, a month or a year, with what is unsure of them), said in words.

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December'];
const SEASONS = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };
const UNSURE = { '?': 'perhaps ', '~': 'about ', '%': 'perhaps about ' };

function sayYear(year) {
  if (/^-?\d{3}X$/.test(year)) return `the ${year.slice(0, -1)}0s`;
  if (/^-?\d{2}XX$/.test(year)) return `the ${year.slice(0, -2)}00s`;
  return year;
}

function sayPoint(point) {
  if (point === '' || point === '..') return null;
  const mark = /[?~%]$/.exec(point)?.[0];
  const [, year, month, day] = /^([Y-]?[\dX]+)(?:-([\dX]{2}))?(?:-([\dX]{2}))?/.exec(point) ?? [];
  if (!year) return point;
  const name = SEASONS[month] ?? MONTHS[Number(month) - 1];
  const parts = [/^\d+$/.test(day ?? '') ? String(Number(day)) : null, name, sayYear(year)];
  return (UNSURE[mark] ?? '') + parts.filter(Boolean).join(' ');
}

function sayInterval(from, to) {
  if (from === null) return `until ${to}`;
  if (to === null) return `${from} and after`;
  return `${from} to ${to}`;
}

/** A date in words: "about October 2006", "the 1990s and after"; of one that is not given, null. */
export function sayDate(date) {
  if (!date) return null;
  const [from, to] = date.split('/');
  if (to === undefined) return sayPoint(from);
  return isUncertain(date) ? sayInterval(sayPoint(from), sayPoint(to)) : sayDays(from, to);
}

/** From the first to the last day, without saying twice what both share. */
export function sayDays(start, end) {
  if (!start || !end || start === end) return sayDate(start ?? end);
  const days = /^(\d{4})-(\d{2})-(\d{2})$/;
  const first = days.exec(start);
  const last = days.exec(end);
  if (!first || !last || first[1] !== last[1]) return `${sayDate(start)} to ${sayDate(end)}`;
  if (first[2] !== last[2]) return `${Number(first[3])} ${MONTHS[first[2] - 1]} to ${sayDate(end)}`;
  return `${Number(first[3])}–${sayDate(end)}`;
}

/** Where a date stands on a time line: the earliest day that it may mean; null where that is open. */
export function earliest(date) {
  const [from, to] = (date ?? '').split('/');
  const point = from && from !== '..' ? from : to;
  const [, year, month = '01', day = '01'] = /^(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?/.exec(point ?? '') ?? [];
  if (!year) return null;
  const numeral = (text) => text.replace(/X/g, '0');
  return `${numeral(year)}-${numeral(month)}-${numeral(day)}`;
}

/** Whether a date says less than a day, or is marked as unsure. */
export function isUncertain(date) {
  return !/^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/.test(date ?? '');
}
