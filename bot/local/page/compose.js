import { h } from './elements.js';
import { mentionPicker } from './mention-picker.js';

/**
 * A place to write. Enter sends, Shift+Enter breaks the line, @ offers people and the bot.
 * @param options { id, label, placeholder, members, botName, isChannel, examples, send({ text, mention }) }
 */
export function composeBox(options) {
  const { id, label, placeholder, isChannel, botName, send, examples = [] } = options;
  const area = h('textarea', { id, rows: 1, placeholder, 'aria-label': label, autocomplete: 'off' });
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'toggle',
      'aria-pressed': 'true',
      title: `Nämn ${botName}, annars når meddelandet inte boten`,
      onclick: () => setMention(toggle.getAttribute('aria-pressed') !== 'true'),
    },
    `@${botName}`,
  );
  const hint = h('p', { class: 'hint', hidden: true }, `Utan @${botName} läser bara människor meddelandet, precis som i Teams.`);
  const setMention = (isOn) => {
    toggle.setAttribute('aria-pressed', String(isOn));
    hint.hidden = isOn;
    area.focus();
  };
  const grow = () => {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 160)}px`;
  };
  const picker = mentionPicker(area, () => [
    ...(isChannel ? [{ name: botName, about: 'App' }] : []),
    ...options.members().map(({ name, unit }) => ({ name, about: unit })),
  ]);
  const submit = async () => {
    const text = area.value.trim();
    if (!text) return;
    area.value = '';
    grow();
    if (!(await send({ text, mention: isChannel && toggle.getAttribute('aria-pressed') === 'true' }))) {
      area.value = text;
      grow();
    }
  };
  area.addEventListener('input', grow);
  area.addEventListener('keydown', (event) => {
    if (picker.handles(event)) return;
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  const write = (text) => {
    area.value = text;
    grow();
    area.focus();
    area.setSelectionRange(text.length, text.length);
  };
  const element = h(
    'form',
    {
      class: 'compose',
      'aria-label': label,
      onsubmit: (event) => {
        event.preventDefault();
        submit();
      },
    },
    examples.length > 0
      ? h(
          'div',
          { class: 'examples', role: 'group', 'aria-label': 'Exempel att prova' },
          h('span', { class: 'hint' }, 'Prova:'),
          examples.map((text) => h('button', { type: 'button', class: 'chip', onclick: () => write(text) }, text)),
        )
      : null,
    hint,
    h(
      'div',
      { class: 'compose-box' },
      area,
      picker.element,
      h(
        'div',
        { class: 'compose-tools' },
        isChannel ? toggle : null,
        options.members().length > 0
          ? h(
              'button',
              {
                type: 'button',
                class: 'quiet',
                'aria-label': 'Nämn en person',
                title: 'Nämn en person',
                onclick: () => picker.start(),
              },
              '@',
            )
          : null,
        h('button', { type: 'submit', class: 'send', 'aria-label': 'Skicka', title: 'Skicka (Enter)' }, '➤'),
      ),
    ),
  );
  return { element, write, focus: () => area.focus() };
}
