import { byId, h } from './elements.js';
import { clock, day, shortDay, week, when } from './swedish-time.js';

const shown = 4;

export function showTime(state, { isMoving, move }) {
  const [next] = state.due;
  byId('top-clock').replaceChildren(`${shortDay(state.now, state.now)} ${clock(state.now)}`);
  const holder = byId('time');
  const focused = document.activeElement?.dataset?.move;
  const button = (to, text, kind, allowed) =>
    h(
      'button',
      {
        type: 'button',
        class: kind,
        'data-move': to,
        'aria-disabled': isMoving || !allowed ? 'true' : null,
        onclick: () => !isMoving && allowed && move(to),
      },
      text,
    );
  holder.replaceChildren(
    h('p', { class: 'date' }, day(state.now)),
    h('p', { class: 'hour' }, `${clock(state.now)} · ${week(state.now)}`),
    h(
      'p',
      { class: 'next' },
      isMoving ? 'Tiden går …' : next ? `Härnäst: ${next.what}, ${when(next.at, state.now)}.` : 'Inget väntar just nu.',
    ),
    h(
      'div',
      { class: 'buttons' },
      button('next', 'Till nästa händelse', 'primary', Boolean(next)),
      button('day', 'En dag fram', 'plain', true),
    ),
    h('p', { class: 'hint' }, 'Klockan står still tills du flyttar den.'),
  );
  if (focused) holder.querySelector(`[data-move="${focused}"]`)?.focus();
}

/** What comes after the next thing. */
export function showDue(state) {
  const [, ...due] = state.due;
  const hasSeveral = Object.keys(state.forums).length > 1;
  const step = ({ at, what, forum }) =>
    h(
      'li',
      {},
      h('p', { class: 'step-what' }, what),
      h('p', { class: 'step-when' }, [when(at, state.now), hasSeveral && state.forums[forum]].filter(Boolean).join(' · ')),
    );
  const holder = byId('due');
  const isOpen = holder.querySelector('details')?.open === true;
  const later = due.slice(shown);
  holder.replaceChildren(
    due.length > 0
      ? h('ol', { class: 'steps' }, due.slice(0, shown).map(step))
      : h('p', { class: 'hint' }, 'Inget mer är planerat.'),
    later.length > 0
      ? h(
          'details',
          { open: isOpen },
          h('summary', {}, `Visa ${later.length} till`),
          h('ol', { class: 'steps' }, later.map(step)),
        )
      : '',
  );
}
