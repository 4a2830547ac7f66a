import { h } from './elements.js';

/** The "…" of a card as a menu beside its button: arrows move, Esc or a click elsewhere closes. */
export function openOverflowMenu(actions, button) {
  const choose = (action) => {
    menu.hidePopover();
    action.execute();
  };
  const items = actions.map((action) =>
    h('button', { type: 'button', role: 'menuitem', onclick: () => choose(action) }, action.title ?? ''),
  );
  const menu = h('div', { class: 'menu', popover: 'auto', role: 'menu', 'aria-label': 'Fler val' }, items);
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
  });
  menu.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'closed') return;
    button.setAttribute('aria-expanded', 'false');
    menu.remove();
  });
  // Beside the button, so that it also works inside a modal dialog.
  button.after(menu);
  button.setAttribute('aria-expanded', 'true');
  menu.showPopover();
  const { left, top, bottom } = button.getBoundingClientRect();
  const isRoomBelow = bottom + menu.offsetHeight + 8 < innerHeight;
  menu.style.left = `${Math.min(left, innerWidth - menu.offsetWidth - 8)}px`;
  menu.style.top = `${isRoomBelow ? bottom + 4 : top - menu.offsetHeight - 4}px`;
  items[0]?.focus();
}
