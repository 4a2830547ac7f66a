import { avatar, h } from './elements.js';

let count = 0;

/** Offers names while `@…` is typed: arrows choose, Enter or Tab takes, Esc leaves. */
export function mentionPicker(area, getCandidates) {
  const id = `mentions-${++count}`;
  const list = h('ul', { class: 'picker', id, role: 'listbox', 'aria-label': 'Vem vill du nämna?', hidden: true });
  let matches = [];
  let chosen = 0;
  area.setAttribute('aria-autocomplete', 'list');

  const typed = () => /(?:^|\s)@([\p{L} -]*)$/u.exec(area.value.slice(0, area.selectionStart))?.[1];
  const close = () => {
    matches = [];
    list.hidden = true;
    area.removeAttribute('aria-controls');
    area.removeAttribute('aria-activedescendant');
  };
  const take = (name) => {
    const end = area.selectionStart;
    const start = end - typed().length;
    area.setRangeText(`${name} `, start, end, 'end');
    close();
    area.focus();
  };
  const show = () => {
    const start = typed();
    matches =
      start === undefined
        ? []
        : getCandidates()
            .filter(({ name }) =>
              name
                .toLowerCase()
                .split(' ')
                .some((_, index, words) => words.slice(index).join(' ').startsWith(start.toLowerCase())),
            )
            .slice(0, 6);
    if (matches.length === 0) return close();
    chosen = Math.min(chosen, matches.length - 1);
    list.replaceChildren(
      ...matches.map(({ name, about }, index) =>
        h(
          'li',
          {
            id: `${id}-${index}`,
            role: 'option',
            'aria-selected': String(index === chosen),
            onmousedown: (event) => {
              event.preventDefault();
              take(name);
            },
          },
          avatar(name, about === 'App'),
          h('span', { class: 'row-text' }, h('span', { class: 'row-name' }, name), h('span', { class: 'row-about' }, about)),
        ),
      ),
    );
    list.hidden = false;
    area.setAttribute('aria-controls', id);
    area.setAttribute('aria-activedescendant', `${id}-${chosen}`);
  };
  area.addEventListener('input', () => {
    chosen = 0;
    show();
  });
  area.addEventListener('blur', close);

  return {
    element: list,
    start() {
      area.focus();
      const gap = /\S$/.test(area.value.slice(0, area.selectionStart)) ? ' @' : '@';
      area.setRangeText(gap, area.selectionStart, area.selectionEnd, 'end');
      chosen = 0;
      show();
    },
    /** True when the key was for the list. */
    handles(event) {
      if (list.hidden) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) chosen = (chosen + step + matches.length) % matches.length;
      else if (event.key === 'Escape') close();
      else if (event.key === 'Enter' || event.key === 'Tab') take(matches[chosen].name);
      else return false;
      event.preventDefault();
      if (step) show();
      return true;
    },
  };
}
