import { byId, h } from './elements.js';

/** A short sentence in the corner, read out loud too. */
export function toast(text, kind = 'info') {
  const note = h(
    'div',
    { class: `toast ${kind}` },
    h('p', {}, text),
    h('button', { type: 'button', class: 'quiet', 'aria-label': 'Stäng', onclick: () => note.remove() }, '×'),
  );
  byId('toasts').append(note);
  setTimeout(() => note.remove(), kind === 'error' ? 12_000 : 7_000);
}
