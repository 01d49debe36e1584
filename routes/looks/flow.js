// The flow: pointing at an end, or focusing it, lights up its curves.
import { all } from './parts.js';

/** Lights the curves of an end as long as the pointer or the focus is in it. */
function light(end, curves) {
  const set = (on) => () => { for (const curve of curves) curve.classList.toggle('on', on); };
  end.addEventListener('pointerenter', set(true));
  end.addEventListener('focusin', set(true));
  end.addEventListener('pointerleave', set(false));
  end.addEventListener('focusout', set(false));
}

export function lightFlow() {
  const curves = all('.flow [data-a]');
  for (const end of all('.flow [data-k]')) {
    const { k } = end.dataset;
    light(end, curves.filter(({ dataset }) => dataset.a === k || dataset.b === k));
  }
}
