import { byId, h } from './elements.js';
import { clock, day, week, when } from './swedish-time.js';

const shown = 5;

export function showTime(state, { isMoving, move }) {
  const [next] = state.due;
  byId('top-clock').replaceChildren(`${day(state.now)} ${clock(state.now)}`);
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

export function showDue(state) {
  const step = ({ at, what, forum }) =>
    h(
      'li',
      {},
      h('p', { class: 'step-what' }, what),
      h('p', { class: 'step-when' }, [when(at, state.now), state.forums[forum]].filter(Boolean).join(' · ')),
    );
  const holder = byId('due');
  const isOpen = holder.querySelector('details')?.open === true;
  const later = state.due.slice(shown);
  holder.replaceChildren(
    state.due.length > 0
      ? h('ol', { class: 'steps' }, state.due.slice(0, shown).map(step))
      : h('p', { class: 'hint' }, 'Inget är planerat.'),
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
