// The script of all pages. It only adds: every page can be read, followed and printed without it.
import { showAnswers } from './answers.js';
import { offerColours } from './colours.js';
import { addCopyButtons } from './copying.js';
import { lightFlow } from './flow.js';
import { listenToKeys } from './keys.js';
import { markLines } from './lines.js';
import { leaveOldAddress } from './old_address.js';
import { addSourceButtons } from './sources.js';

const base = new URL('../../', import.meta.url); // this file is assets/VERSION/site.js
leaveOldAddress(base);
offerColours();
addCopyButtons();
addSourceButtons();
lightFlow();
markLines();
showAnswers();
listenToKeys();
const searchForm = document.querySelector('[data-search]');
if (searchForm) import('./search_files.js').then(({ searchFiles }) => searchFiles(searchForm, base));
