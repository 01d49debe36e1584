// What the sample pages share: escaping, the frame, and the parts that occur on several of them. The markup is that of the pages.

export const escape = (text) => String(text).replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]);
export const each = (list, write) => list.map(write).join('');
export const text = (value) => `<bdi>${escape(value)}</bdi>`;
export const ref = (lines) => `<a class="ref" href="document.html#L${lines.split('-')[0]}">${lines.includes('-') ? 'Lines' : 'Line'} ${lines.replace('-', '–')}</a>`;
export const INFERRED = '<a class="inf" href="#inferred" title="Inferred by the editor">°<span class="vh"> inferred</span></a>';

const MAIN = [['meeting.html', 'Meeting'], ['document.html', 'Report'], ['decision.html', 'Decision'], ['programme.html', 'Programme'], ['search.html', 'Search'], ['archive.html', 'Archive'], ['reference.html', 'API']];

const LOUPE = '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M12.8 12.8 18 18" stroke="currentColor" stroke-width="2"/></svg>';

function head(assets, title) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="preload" href="${assets}/title.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="${assets}/text.woff2" as="font" type="font/woff2" crossorigin>
<script src="${assets}/theme.js"></script>
<link rel="stylesheet" href="${assets}/site.css">
<script type="module" src="${assets}/site.js"></script>
<link rel="icon" href="${assets}/favicon.svg" type="image/svg+xml">
</head>
`;
}

function masthead(name) {
  return `<a class="skip" href="#main">Skip to the text</a>
<header class="mast"><a class="brand" href="archive.html">rapporteur</a>
<details class="menu"><summary>Menu</summary></details>
<nav class="nav" aria-label="Main"><ul>${each(MAIN, ([href, label]) => `<li><a href="${href}"${href === name ? ' aria-current="page"' : ''}>${label}</a></li>`)}</ul></nav>
<form class="find" action="search.html" role="search"><label class="vh" for="q">Search the record</label><input id="q" name="q" type="search" placeholder="Search" autocomplete="off"><button type="submit" aria-label="Search">${LOUPE}</button></form>
</header>
`;
}

const FOOT = `<footer class="foot"><div>
<p id="inferred"><span class="inf">°</span> The editor infers this; the source does not say it outright.</p>
<p>Record version <code>a00473f5d679</code>. https://record.example/meetings/beijing-2006</p>
<ul><li><a href="reference.html">API reference</a></li><li><a href="document.html">Sources</a></li></ul>
<div class="theme-box" data-theme-box></div>
</div></footer>
`;

/** Returns a whole page. `main` is what <main> contains; with a nav.toc in it, the contents are at the side of wide screens. */
export function page(assets, name, title, main) {
  const railed = main.includes('class="toc"') ? ' railed' : '';
  return `${head(assets, title)}<body>\n${masthead(name)}<main class="page${railed}" id="main">\n${main}\n</main>\n${FOOT}</body>\n</html>\n`;
}

export function crumbs(...steps) {
  const last = steps.pop();
  return `<nav class="crumbs" aria-label="You are here"><ul>${each(steps, (step) => `<li><a href="archive.html">${text(step)}</a></li>`)}<li><span aria-current="page">${text(last)}</span></li></ul></nav>`;
}

export function actions(address) {
  return `<div class="actions" role="group" aria-label="Use this record">
<details name="use"><summary>Cite</summary><div class="panel"><dl><dt>APA</dt><dd><span>CSCAP Study Group. (2006, April 28–29). <i>Third expert meeting</i>, Beijing.</span></dd><dt>Chicago</dt><dd><span>CSCAP Study Group. “Third Expert Meeting.” Beijing, April 28–29, 2006.</span></dd></dl><p class="formats"><a href="x.bib">BibTeX</a> <a href="x.ris">RIS</a></p></div></details>
<details name="use"><summary>Link</summary><div class="panel"><dl><dt>This page</dt><dd><code>https://record.example${address}?version=a00473f5d679</code></dd></dl></div></details>
<details name="use"><summary>Download</summary><div class="panel"><p class="formats"><a href="x.json">JSON</a> <a href="x.csv">CSV</a> <a href="x.ics">iCalendar</a> <a href="x.md">Markdown</a></p></div></details>
<details name="use"><summary>API</summary><div class="panel"><dl><dt>The same as JSON</dt><dd><code>curl https://record.example${address}</code></dd></dl></div></details>
</div>`;
}

export function facts(pairs) {
  return `<dl class="facts">${each(pairs, ([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export function toc(pairs) {
  return `<nav class="toc" aria-label="On this page"><ul>${each(pairs, ([id, label]) => `<li><a href="#${id}">${label}</a></li>`)}</ul></nav>`;
}

/** Returns a fold with quoted lines: `lines` is a list of [number, text]. */
export function source(lines) {
  const [first, last] = [lines[0][0], lines.at(-1)[0]];
  return `<div class="source"><details class="peek"><summary>${first === last ? `Line ${first}` : `Lines ${first}–${last}`}</summary></details><blockquote class="lines" lang="en"><p>${each(lines, ([number, words]) => `<a class="ln" href="document.html#L${number}"><span class="vh">Line </span>${number}</a> ${escape(words)} `)}</p></blockquote></div>`;
}

export function claim(id, kind, number, words, lines) {
  return `<li class="claim" id="${id}"><a class="n" href="#${id}" title="Link to this ${kind}"><span class="vh">${kind} </span>${number}</a><p dir="auto">${escape(words)}</p>${source(lines)}</li>`;
}

export function section(id, heading, content, beside = false) {
  return `<section class="sec${beside ? ' beside' : ''}" id="${id}"><h2>${heading}</h2>${content}</section>`;
}

export function fields(record) {
  const plain = Object.entries(record).filter(([, value]) => typeof value !== 'object');
  return `<details class="fields"><summary>All fields</summary><dl>${each(plain, ([name, value]) => `<dt>${name}</dt><dd dir="auto">${escape(value)}</dd>`)}</dl></details>`;
}
