// Sample pages with every part that the style knows, written from the shipped records. They test the looks without the server's own
// pages: long names, many rows and missing parts are those of real records.
import { readFileSync } from 'node:fs';
import { actions, claim, crumbs, each, escape, facts, fields, INFERRED, page, ref, section, source, text, toc } from './markup.mjs';

const file = (name) => new URL(`../../../../data/${name}`, import.meta.url);
const beijing = JSON.parse(readFileSync(file('beijing-2006.json')));
const council = JSON.parse(readFileSync(file('examples/port-fable.json')));
const minutes = readFileSync(file('examples/port-fable-2031-03-11.md'), 'utf8').trimEnd().split('\n');

const nameOf = (id) => [...beijing.people, ...council.people].find((person) => person.id === id)?.name ?? id;
const linesOf = (record) => (record.sources ?? []).map(({ lines }) => lines).filter(Boolean);
const quoted = (lines) => {
  const [first, last = first] = lines.split('-').map(Number);
  return minutes.slice(first - 1, Math.min(last, first + 6)).map((words, at) => [first + at, words]);
};

function flow() {
  const papers = beijing.papers.filter(({ id }) => beijing.proposals.some(({ related = [] }) => related.some(({ record }) => record === `papers/${id}`)));
  const height = (list, at) => Math.round((at + 0.5) / list.length * 1000);
  const curve = (related, basis, to) => {
    const from = papers.findIndex(({ id }) => `papers/${id}` === related);
    if (from < 0) return '';
    const [y1, y2] = [height(papers, from), height(beijing.proposals, to)];
    const d = `M0 ${y1}C45 ${y1} 55 ${y2} 100 ${y2}`;
    return `<a href="#p${to}" tabindex="-1"><path class="${basis}" d="${d}"/></a>`;
  };
  const curves = each(beijing.proposals, ({ related = [] }, to) => each(related, ({ record, basis }) => curve(record, basis, to)));
  const reason = ({ record, note }) => {
    const paper = papers.find(({ id }) => `papers/${id}` === record);
    return paper ? `<li><a href="#${paper.id}">${text(nameOf(paper.presenters[0]).split(' ').at(-1))}</a> <span class="what">${text(paper.title ?? 'presentation')}</span><p>${escape(note ?? 'why')}</p></li>` : '';
  };
  const proposal = ({ title, sources, related = [] }, to) => {
    const reasons = each(related, reason);
    return `<li id="p${to}"><p class="t"><a href="#p${to}"><span class="vh">Proposal </span><span class="n">${to + 1}</span> ${text(title)}</a>${INFERRED}</p><p>To act: nobody named · ${ref(sources[0].lines)}</p>${reasons ? `<ul class="why">${reasons}</ul>` : ''}</li>`;
  };
  return `<figure class="flow-figure"><details class="fold"><summary>As a list, with the reason for each link</summary></details><div class="flow">
<ul class="from">${each(papers, ({ id, title, presenters }) => `<li><span><a href="#${id}">${text(nameOf(presenters[0]).split(' ').at(-1))}</a> <span class="what">${text(title ?? 'presentation')}</span></span></li>`)}</ul>
<div class="curves"><svg viewBox="0 0 100 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false">${curves}</svg></div>
<ul class="to">${each(beijing.proposals, proposal)}</ul></div>
<figcaption class="key"><span><svg viewBox="0 0 42 10" aria-hidden="true"><path class="stated" d="M0 5H42"/></svg>stated in the report</span><span><svg viewBox="0 0 42 10" aria-hidden="true"><path class="inferred" d="M0 5H42"/></svg>inferred by the editors</span></figcaption></figure>`;
}

function positions(topic) {
  const papers = beijing.papers.filter(({ topics = [] }) => topics.includes(topic)).slice(0, 4);
  const one = ({ presenters, abstract, number }) => `<li><p class="speaker"><b><a href="#x">${text(nameOf(presenters[0]))}</a></b> <span>CSCAP</span></p><p dir="auto">${escape(abstract.split('. ')[0])}. <span><a href="#x">Paper ${number}</a></span></p>${source(quoted('3-5'))}</li>`;
  return `<section class="topic" id="on-${topic}"><h3><a href="#x">${text(topic.replaceAll('-', ' '))}</a></h3><details class="fold"><summary>${papers.length} speakers</summary></details><ul class="said">${each(papers, one)}</ul></section>`;
}

function meeting() {
  const [it] = beijing.meetings.filter(({ id }) => id === 'beijing-2006');
  const session = ({ title, number, chair, id }) => `<section><h3><a href="#x">Session ${number}: ${text(title)}</a></h3>${chair ? `<p class="who">Chaired by <a href="#x">${text(nameOf(chair))}</a></p>` : ''}<ul>${each(beijing.papers.filter((paper) => paper.session === id), (paper) => `<li><span class="soft">${paper.number}</span><span><a href="#x">${text(nameOf(paper.presenters[0]))}</a><br><a href="#x">${text(paper.title ?? 'presentation')}</a></span></li>`)}</ul></section>`;
  return `${crumbs('Study Group', 'Beijing 2006')}
<div class="head"><p class="kicker">${text(it.series)}</p><h1 class="long">${text(it.name)}</h1><p class="lead" dir="auto">${escape(it.lead ?? it.summary.split('. ')[0])}</p>
${facts([['When', '28–29 April 2006'], ['Where', `New Plaza Hotel, Beijing${INFERRED}`], ['Host', 'CSCAP China'], ['Present', '26 people, <a href="#people">22 named</a>']])}${actions('/meetings/beijing-2006')}</div>
${toc([['outcome', 'What came of it'], ['positions', 'Where they differed'], ['programme', 'Programme'], ['people', 'People'], ['before-and-after', 'Before and after'], ['open', 'Left open']])}
${section('outcome', 'What came out of it', `<p class="say">All 15 proposals are provisional (${ref('227-229')}).</p>${flow()}`)}
${section('positions', 'Where they differed', `<p class="say">Each speaker, side by side.</p>${positions('sanctions')}${positions('six-party-talks')}${positions('energy-security')}`)}
${section('programme', 'Programme', `<div class="programme">${each(beijing.sessions, session)}</div>`)}
${section('people', 'People', `<div class="cols">${each(['cscap-japan', 'cscap-usa', 'cscap-china'], (committee) => `<section><h3>${committee}</h3><ul>${each(beijing.people.filter(({ represents }) => represents === committee), ({ name }) => `<li><a href="#x">${text(name)}</a> <span class="small soft">participant</span></li>`)}</ul></section>`)}</div>`)}
${section('before-and-after', 'Before and after', `<ul class="time more">${each(beijing.events, ({ title, sources }) => `<li><span class="soft">April 2006</span><span>${text(title)} ${ref(sources[0].lines)}</span></li>`)}<li class="here"><span class="soft">28–29 April 2006</span><span>This meeting</span></li></ul>`)}
${section('open', 'What is left open', `<ul class="claims">${each((it.notes ?? []).slice(0, 4), (note, at) => claim(`o${at}`, 'Gap', at + 1, note.text, quoted('20-26')))}</ul>`, true)}
<section class="topics"><h2 class="vh">Topics</h2><ul class="chips">${each(beijing.topics.slice(0, 12), ({ label }) => `<li><a href="#x">${text(label)}</a></li>`)}</ul></section>
<nav class="pager" aria-label="Meetings"><a rel="prev" href="#x"><span class="soft">Before</span><b>Second meeting, Seoul</b></a><a class="next" rel="next" href="#x"><span class="soft">After</span><b>Fourth meeting, Berkeley</b></a></nav>
${fields(it)}`;
}

function paper() {
  const it = council.papers[0];
  const said = (discussion, reply) => `<li class="claim${reply ? ' reply' : ''}" id="${discussion.id}"><a class="n" href="#${discussion.id}"><span class="vh">Contribution </span>${discussion.position}</a><p class="who"><b>${text(discussion.attribution ?? 'A member')}</b></p><p dir="auto">${escape(discussion.text)}</p>${source(quoted(linesOf(discussion)[0]))}<p class="note">The minutes do not say to whom.</p></li>`;
  return `${crumbs('Port Fable Town Council', '88th regular meeting', it.title)}
<div class="head"><p class="kicker">Report, item 3.1</p><h1>${text(it.title)}</h1><p class="lead" dir="auto">${escape(it.abstract)}</p>${facts([['By', `<a href="#x">${text(nameOf(it.presenters[0]))}</a>`], ['When', '11 March 2031']])}${actions('/papers/1')}</div>
${section('arguments', 'What it argued', `<ul class="claims">${each(it.arguments, (argument, at) => claim(`a${at}`, 'Argument', at + 1, argument.text, quoted(linesOf(argument)[0])))}${each(council.papers[2]?.arguments ?? [], (argument, at) => claim(`b${at}`, 'Argument', at + 9, argument.text, quoted(linesOf(argument)[0])))}</ul>`, true)}
${section('discussion', 'The discussion', `<ul class="claims thread">${each(council.discussions.slice(0, 6), (discussion, at) => said(discussion, at % 2 === 1))}</ul>`, true)}
${section('text', 'In full', `<div class="quoteblock" lang="fr"><p>Nous avons choisi un seul panneau pour deux langues.</p><p>Chacun lit la sienne.</p></div>`)}
${fields(it)}`;
}

function decision() {
  const it = council.decisions.find(({ votes }) => votes?.[0].ballots);
  const { counts, ballots } = it.votes[0];
  const total = counts.reduce((sum, { value }) => sum + value, 0);
  let at = 0;
  const bar = each(counts, ({ option, value }) => {
    const [x, width] = [at, value / total * 100];
    at += width;
    return `<rect class="v-${option}" x="${x}%" width="${width}%" height="100%"/>`;
  });
  return `${crumbs('Port Fable Town Council', '88th regular meeting', it.title)}
<div class="head"><p class="kicker">Decision ${it.number}</p><h1>${text(it.title)}${INFERRED}</h1>${facts([['Moved by', '<a href="#x">Owen Hare</a>'], ['Seconded by', '<a href="#x">Basil Stork</a>'], ['When', '11 March 2031']])}${actions('/decisions/2031-14')}</div>
${section('decided', 'What was decided', `<p class="result">Carried with a condition, five to two</p><svg class="vote" role="img" aria-label="5 for, 2 against, 1 abstention">${bar}<line class="need" x1="50%" x2="50%" y1="-6" y2="54"/></svg><dl class="tally">${each(counts, ({ option, value }) => `<div class="${option}"><dt>${option}</dt><dd>${value}</dd></div>`)}<div class="absent"><dt>absent</dt><dd>1</dd></div></dl><details class="names"><summary>Who voted how</summary>${each(['yes', 'no', 'abstain'], (option) => `<h3>${option}</h3><ul>${each(ballots.filter((ballot) => ballot.option === option), ({ person }) => `<li>${text(nameOf(person))}</li>`)}</ul>`)}</details>`)}
${section('wording', 'The text', `<ul class="claims">${claim('w1', 'Text', 1, `${it.text} ${it.conditions}`, quoted(linesOf(it)[0]))}</ul>`, true)}
${section('follows', 'What follows', `<ul class="do">${each(council.actions, (action) => `<li><span dir="auto">${escape(action.text)}</span><span><a href="#x">${text(nameOf((action.owners?.[0] ?? 'nobody named').replace('people/', '')))}</a></span><span class="soft">${action.due_date ?? 'no date'}</span></li>`)}</ul>`)}
${fields(it)}`;
}

function document() {
  const cited = new Map();
  for (const [number, discussion] of council.discussions.entries()) {
    for (const lines of linesOf(discussion)) {
      const [first, last = first] = lines.split('-').map(Number);
      for (let line = first; line <= last; line += 1) cited.set(line, line === first ? number + 1 : 0);
    }
  }
  const line = (words, at) => {
    const number = at + 1;
    const by = cited.get(number);
    const start = /^\s*(?:[-*#]|\d+\.)/.test(words) ? ' start' : '';
    const kind = words.trim() === '' ? '' : (cited.has(number) ? 'cited' : 'bare') + start;
    return `<li id="L${number}"${kind && ` class="${kind}"`}><a class="ln" href="#L${number}">${number}</a><span class="tx">${escape(words)} </span>${by ? `<span class="by"><a href="#x">Contribution ${by}</a></span>` : ''}</li>`;
  };
  return `${crumbs('Port Fable Town Council', 'Minutes')}
<div class="head"><p class="kicker">Minutes, corrected</p><h1 class="long">${text(council.documents[0].title)}</h1>${facts([['By', 'Silas Badger'], ['Lines', '187']])}${actions('/documents/1')}</div>
<section class="sec" id="text"><h2 class="vh">Text</h2><ul class="reader" lang="en">${each(minutes, line)}</ul></section>`;
}

function programme() {
  const slot = ([title, who, room, kind = ''], rows) => `<td rowspan="${rows}"${kind && ` class="${kind}"`}><div class="slot"><span class="meta">10:00<span class="room"> · ${room}</span></span><span class="t"><a href="#x">${escape(title)}</a></span><span class="meta">${escape(who)}</span></div></td>`;
  const talks = beijing.papers.map(({ title, presenters }) => [title ?? 'Update', nameOf(presenters[0])]);
  const rows = [0, 1, 2, 3].map((at) => `<tr><th scope="row" class="hour">${10 + at}:00</th>${slot([...talks[at * 3], 'Hall'], 2)}${slot([...talks[at * 3 + 1], 'Library', at === 1 ? 'cancelled' : ''], 2)}${at === 2 ? slot(['Tea', '', 'Garden', 'pause'], 2) : '<td rowspan="2"></td>'}</tr><tr><th scope="row" class="hour">${10 + at}:30</th></tr>`);
  return `${crumbs('Archive', 'Programme')}<div class="head"><h1>Programme</h1>${facts([['When', '1 February'], ['Where', 'three rooms']])}</div>
${section('friday', 'Friday', `<table class="tt"><thead><tr><td class="hour"></td><th scope="col">Hall</th><th scope="col">Library</th><th scope="col">Garden</th></tr></thead><tbody>${rows.join('')}</tbody></table>`)}`;
}

function search() {
  const facet = (name, values) => `<section><h2>${name}</h2><ul>${each(values, ([value, count]) => `<li><a href="#x">${escape(value)}<span>${count}</span></a></li>`)}</ul></section>`;
  const hit = ({ title, abstract, number }) => `<li><p class="kicker">Paper ${number}, Beijing 2006</p><p class="t"><a href="#x">${text(title ?? 'Update')}</a></p><p class="small soft" dir="auto">${escape(abstract.slice(0, 150)).replace(/security/i, '<mark>$&</mark>')} …</p></li>`;
  return `${crumbs('Archive', 'Search')}<div class="head"><h1>15 hits for “security”</h1>
<form class="big more" action="search.html" role="search" aria-label="Search again"><label class="vh" for="words">Words</label><input class="field" id="words" name="q" type="search" value="security"><button class="btn" type="submit">Search</button></form></div>
<div class="split"><nav class="facets" aria-label="Narrow the search"><details class="fold"><summary>Narrow the search</summary></details><div class="lists">${facet('Type', [['papers', 15], ['discussions', 9], ['proposals', 7]])}${facet('Meeting', [['Beijing 2006', 28], ['Seoul', 2]])}</div></nav>
<div><p class="chosen"><a href="#x">papers<span class="vh">, remove this filter</span></a></p><ul class="rows hits">${each(beijing.papers, hit)}</ul>
<nav class="pages" aria-label="Pages"><a rel="prev" href="#x">Previous</a><span class="soft">101 to 115 of 1,204</span><a rel="next" href="#x">Next</a></nav></div></div>`;
}

function archive() {
  const rows = (list) => `<ul class="rows">${each(list, ({ name, start_date: date, city }) => `<li><p class="t"><a href="#x">${text(name)}</a></p><p class="small soft">${date ?? 'no date given'}${city ? `, ${city}` : ''}</p></li>`)}</ul>`;
  return `<div class="head"><h1>Records of two groups</h1><p class="lead">What was said and decided in eight meetings, each line with its source.</p><dl class="figures more"><div><dt>meetings</dt><dd>8</dd></div><div><dt>people</dt><dd>36</dd></div><div><dt>decisions</dt><dd>10</dd></div></dl></div>
${section('meetings', 'Meetings', `<ul class="years"><li><h3>2031</h3>${rows(council.meetings)}</li><li><h3>2006</h3>${rows(beijing.meetings)}</li></ul>`)}
${section('none', 'Decisions', '<p class="empty">No decision matches these filters. <a href="#x">Remove them</a>.</p>')}
${section('lost', 'What an error looks like', '<div class="error"><p class="code">404</p><p class="lead">There is no paper “beijing-2006-paper-99” here. The nearest is <a href="#x">paper 9</a>.</p></div>')}`;
}

function reference() {
  const part = (id) => `<section id="${id}"><h2><a href="#${id}">/${id}</a></h2><p>All ${id} of the record, in the order of their numbers.</p><table class="params"><thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th></tr></thead><tbody><tr><th scope="row"><code>limit</code></th><td>how many at most</td></tr><tr><th scope="row"><code>presenters.country</code></th><td>a country by its code of two letters</td></tr></tbody></table><div class="eg"><div class="try"><code>GET /${id}?presenters.country=JP&amp;sort=-number&amp;fields=title,presenters&amp;limit=2</code><a class="copy" href="#x">Open</a></div><details class="fold"><summary>The answer</summary><pre tabindex="0">${escape(JSON.stringify(beijing.papers[0], null, 2).slice(0, 900))}</pre></details></div></section>`;
  return `${crumbs('Archive', 'API')}<div class="head"><h1>API reference</h1><p class="lead">Every page is JSON, too.</p></div>
<div class="api"><nav aria-label="Contents"><ul>${each(['meetings', 'papers', 'people', 'proposals'], (id) => `<li><a href="#${id}">/${id}</a></li>`)}</ul></nav><div>${each(['meetings', 'papers', 'people', 'proposals'], part)}</div></div>`;
}

/** Returns the pages by their file names. `assets` is the URL of the folder of the looks. */
export function samplePages(assets) {
  const mains = { meeting, paper, decision, document, programme, search, archive, reference };
  return Object.fromEntries(Object.entries(mains).map(([name, write]) => [`${name}.html`, page(assets, `${name}.html`, `${name} – rapporteur`, write())]));
}
