// The flow: pointing at an end, or focusing it, lights up its curves; a curve tells its reason, and is easier to point at.
import { all } from './parts.js';

/** Lights the curves of an end as long as the pointer or the focus is in it. */
function light(end, curves) {
  const set = (on) => () => { for (const curve of curves) curve.classList.toggle('on', on); };
  end.addEventListener('pointerenter', set(true));
  end.addEventListener('focusin', set(true));
  end.addEventListener('pointerleave', set(false));
  end.addEventListener('focusout', set(false));
}

/** Adds a wide line that cannot be seen to a curve, and the reason as its title when it is pointed at. */
function explain(curve, reason) {
  const hit = curve.cloneNode();
  hit.setAttribute('class', 'hit');
  curve.before(hit);
  curve.parentNode.addEventListener('pointerenter', () => {
    const title = document.createElementNS(curve.namespaceURI, 'title');
    title.textContent = reason.textContent;
    hit.before(title);
  }, { once: true });
}

export function lightFlow() {
  const curves = all('.curves path');
  const ends = new Map();
  for (const [at, item] of all('.why > li').entries()) { // in the order of the curves
    const { href } = item.querySelector('a');
    const from = all('.flow > ul > li').find((end) => end.querySelector('a').href === href);
    for (const end of [from, item.closest('.to > li')]) ends.set(end, [...ends.get(end) ?? [], curves[at]]);
    explain(curves[at], item.querySelector('p'));
  }
  for (const [end, lit] of ends) light(end, lit);
}
