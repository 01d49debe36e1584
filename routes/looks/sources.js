// One button for all folded sources of a section. On wide screens they are not folded.
import { all, make } from './parts.js';

const LEAST = 3; // with fewer, a button for all saves nothing

function button(folds) {
  const both = make('button', { className: 'copy', type: 'button', ariaPressed: 'false' }, 'All sources');
  both.addEventListener('click', () => {
    const open = both.ariaPressed === 'false';
    for (const fold of folds) fold.open = open;
    both.ariaPressed = String(open);
  });
  return both;
}

export function addSourceButtons() {
  for (const section of all('.sec')) {
    const folds = all('.peek', section);
    if (folds.length >= LEAST && folds[0].checkVisibility?.() !== false) section.querySelector('h2')?.after(button(folds));
  }
}
