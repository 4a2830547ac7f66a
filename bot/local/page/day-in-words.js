import { h } from './elements.js';
import { wall } from './swedish-time.js';

let fields = 0;

/** A browser writes dates in a language of its own, 03/30/2027; below such a field stands what it says, in Swedish. */
export function inWords(field) {
  const words = h('p', { class: 'hint day-in-words', id: `day-in-words-${++fields}` });
  const say = () => {
    words.textContent = field.value === '' ? '' : wall(field.value);
  };
  field.setAttribute('aria-describedby', words.id);
  for (const happened of ['input', 'change']) field.addEventListener(happened, say);
  say();
  return words;
}
