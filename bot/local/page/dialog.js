import { api } from './api.js';
import { renderCard, setBusy } from './card.js';
import { inWords } from './day-in-words.js';
import { h } from './elements.js';
import { toast } from './toast.js';

const widths = { small: 280, medium: 600, large: 840 };

/** A Teams dialog with the bot's card; Esc or × closes it, and `onClosed` puts the focus back where it came from. */
export function openDialog(first, where, onClosed) {
  const closed = () => {
    dialog.remove();
    onClosed();
  };
  const title = h('h2', { class: 'task-title', id: 'dialog-title' });
  const body = h('div', { class: 'dialog-body' });
  const dialog = h(
    'dialog',
    { class: 'task', 'aria-labelledby': 'dialog-title', onclose: closed },
    h(
      'header',
      {},
      title,
      h('button', { type: 'button', class: 'quiet close', 'aria-label': 'Stäng', onclick: () => dialog.close() }, '×'),
    ),
    body,
  );
  document.body.append(dialog);
  const show = ({ title: heading, card, width }) => {
    title.textContent = heading;
    dialog.style.maxWidth = `${Number(width) || widths[width] || widths.medium}px`;
    if (!dialog.open) dialog.showModal();
    const holder = renderCard(
      card,
      body.clientWidth,
      submit(() => holder),
    );
    for (const field of holder.querySelectorAll('input[type="date"]')) field.after(inWords(field));
    body.replaceChildren(holder);
    holder.querySelector('input, textarea, select')?.focus();
  };
  const submit = (getHolder) => async (action) => {
    const holder = getHolder();
    const button = document.activeElement;
    setBusy(holder, true);
    try {
      const outcome = await api.submitDialog({ as: where.me, conversation: where.conversation, data: action.data });
      setBusy(holder, false);
      button.focus();
      follow(outcome);
    } catch (error) {
      setBusy(holder, false);
      button.focus();
      say(error.message);
    }
  };
  const follow = (outcome) => {
    if (outcome.kind === 'dialog') return show(outcome);
    if (outcome.kind === 'error' || outcome.kind === 'no-answer') return say(outcome.text);
    dialog.close();
    if (outcome.kind === 'message') toast(outcome.text);
  };
  const say = (text) => {
    body.querySelector('.dialog-no')?.remove();
    body.prepend(h('p', { class: 'dialog-no', role: 'alert' }, text));
  };
  show(first);
}
