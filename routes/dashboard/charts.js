// Bar charts by Chart.js, which is fetched when the first one is to be seen. The same numbers stand below each as a table, whose
// rows are links: that is what the keyboard and a screen reader use.
import { el, isolate } from './dom.js';

let library = null;

// Chart.js is a classic script, which leaves `Chart` behind.
function load() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(el('script', { src: new URL('chart.js', import.meta.url).pathname, on: { load: () => resolve(globalThis.Chart), error: () => reject(new Error('Chart.js did not load')) } }));
  });
  return library;
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return { bar: of('--bar'), chosen: of('--accent'), ink: of('--ink'), quiet: of('--quiet'), line: of('--line'), font: of('--sans') };
}

function settings(rows, chosen, to) {
  const { bar, chosen: accent, ink, quiet, line, font } = colours();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    type: 'bar',
    data: { labels: rows.map(({ label }) => isolate(label)), datasets: [{ data: rows.map(({ count }) => count), backgroundColor: rows.map(({ value }) => (!chosen || value === chosen ? accent : bar)), borderRadius: 3, barThickness: 14 }] },
    options: {
      indexAxis: 'y', maintainAspectRatio: false, animation: still ? false : { duration: 350 },
      font: { family: font },
      onClick: (event, [hit]) => { if (hit) location.hash = to(rows[hit.index].value); },
      onHover: (event, hits) => { event.native.target.style.cursor = hits.length ? 'pointer' : 'default'; },
      scales: {
        x: { beginAtZero: true, ticks: { precision: 0, color: quiet, font: { family: font } }, grid: { color: line }, border: { display: false } },
        y: { ticks: { color: ink, autoSkip: false, font: { family: font, size: 13 } }, grid: { display: false } },
      },
      plugins: { legend: { display: false }, tooltip: { displayColors: false } },
    },
  };
}

function table(what, rows, chosen, name, to) {
  return el('details', { class: 'chart-table' }, el('summary', {}, 'As a table'), el('table', {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, what), el('th', { scope: 'col', class: 'numeric' }, 'People'))),
    el('tbody', {}, rows.map(({ value, label, count }) => el('tr', {}, el('th', { scope: 'row' },
      el('a', { href: to(value), 'aria-current': value === chosen ? 'true' : null, 'data-key': `${name}:${value}` }, label)), el('td', { class: 'numeric' }, String(count)))))));
}

/** A chart of rows [{value, label, count}]; a bar leads to the address `to(value)`, and the value that the view has for `name` is marked. */
export function barChart({ view, title, name, what, rows, to, remark }) {
  const chosen = view.parameters.get(name);
  const canvas = el('canvas', { role: 'img', 'aria-label': `${title}: ${rows.map(({ label, count }) => `${isolate(label)} ${count}`).join(', ')}` });
  const box = el('div', { class: 'chart-box' }, canvas);
  // The height follows from the number of bars; a style set by script is no inline style to the content security policy.
  box.style.height = `${rows.length * 26 + 40}px`;
  let chart = null;
  const draw = (Chart) => {
    chart?.destroy();
    if (canvas.isConnected) chart = new Chart(canvas, settings(rows, chosen, to));
  };
  const again = () => load().then(draw);
  document.addEventListener('themechange', again);
  view.signal.addEventListener('abort', () => {
    document.removeEventListener('themechange', again);
    chart?.destroy();
  });
  // Chart.js measures its place, so the view has to stand in the page first.
  load().then((Chart) => requestAnimationFrame(function wait() {
    if (canvas.isConnected) draw(Chart);
    else if (!view.signal.aborted) requestAnimationFrame(wait);
  })).catch(() => box.replaceWith(el('p', { class: 'empty' }, 'The chart could not be loaded; the table has its numbers.')));
  return el('figure', { class: 'chart card' }, el('figcaption', {}, el('h3', {}, title)), box, remark ? el('p', { class: 'quiet' }, remark) : null, table(what, rows, chosen, name, to));
}
