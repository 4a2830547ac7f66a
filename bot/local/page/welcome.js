import { h } from './elements.js';
import { memory } from './memory.js';

/** Who you are, what this page is, three things to try. `things`: [{ title, text, button, act }] */
export function welcome(state, things) {
  const me = state.people.find(({ id }) => id === state.me);
  const act = (what) => {
    dialog.close();
    what();
  };
  const dialog = h(
    'dialog',
    {
      class: 'welcome',
      'aria-labelledby': 'welcome-title',
      onclose: () => {
        memory.greeted();
        dialog.remove();
      },
    },
    h('img', { src: '/assets/icon.svg', alt: '', width: 44, height: 44 }),
    h('h2', { id: 'welcome-title' }, `Hej! Här är du ${me.name}`),
    h('p', { class: 'welcome-role' }, [me.role, me.unit, me.organisation].filter(Boolean).join(' · ')),
    h(
      'p',
      {},
      `Sidan efterliknar Microsoft Teams, så att du kan prova ${state.bot.name} utan att installera något. Personer, möten och siffror är påhittade. Inget lämnar den här datorn.`,
    ),
    h('h3', {}, 'Tre saker att prova'),
    h(
      'ol',
      { class: 'things' },
      things.map(({ title, text, button, act: what }) =>
        h(
          'li',
          {},
          h('div', {}, h('strong', {}, title), h('p', {}, text)),
          h('button', { type: 'button', class: 'plain', onclick: () => act(what) }, button),
        ),
      ),
    ),
    h('p', { class: 'hint' }, 'Du kan när som helst bli någon annan i listan ”Vem är du?” och se samma sak med andra ögon.'),
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => dialog.close() }, 'Sätt i gång'),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
