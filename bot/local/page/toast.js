import { byId, h } from './elements.js';

/** A short sentence above the chat, read out loud too. What is news is one sentence; trouble stays beside it. */
export function toast(text, kind = 'info') {
  const note = h(
    'div',
    { class: `toast ${kind}` },
    h('p', {}, text),
    h('button', { type: 'button', class: 'quiet', 'aria-label': 'Stäng', onclick: () => note.remove() }, '×'),
  );
  for (const older of byId('toasts').querySelectorAll('.toast.info')) older.remove();
  byId('toasts').append(note);
  setTimeout(() => note.remove(), kind === 'error' ? 12_000 : 7_000);
}
