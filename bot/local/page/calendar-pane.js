import { inWords } from './day-in-words.js';
import { byId, h } from './elements.js';
import { shortDay, together, when } from './swedish-time.js';

const answers = { accepted: 'Ja', tentative: 'Kanske', declined: 'Nej' };
const said = {
  accepted: 'Du har tackat ja',
  tentative: 'Du kanske kommer',
  declined: 'Du har tackat nej',
  none: 'Du har inte svarat',
};

/** Shown without being asked for; a year of them would push the files out of sight. */
const NEAREST = 4;

const laterText = (later, now) =>
  later.length === 1 ? 'Visa ett möte till' : `Visa ${later.length} möten till, det sista ${shortDay(later.at(-1).start, now)}`;

/** The meetings one is asked to, with what people do in Outlook: answer, be out of office, and in the mailbox's own calendar drag or delete. */
export function showCalendar(state, act) {
  const holder = byId('calendar');
  // What somebody is about to write stays.
  if (holder.contains(document.activeElement) && document.activeElement.matches('input')) return;
  const focused = document.activeElement?.dataset?.act;
  const open = new Set([...holder.querySelectorAll('details[open]')].map((details) => details.dataset.event));
  if (state.calendar.length === 0) {
    holder.replaceChildren(h('p', { class: 'hint' }, 'Du är inte inbjuden till något möte.'));
    return;
  }
  const list = (events) =>
    h(
      'ul',
      { class: 'events' },
      events.map((event) => h('li', {}, entry(event, open.has(event.id), state, act))),
    );
  const later = state.calendar.slice(NEAREST);
  holder.replaceChildren(
    list(state.calendar.slice(0, NEAREST)),
    later.length === 0
      ? ''
      : h(
          'details',
          { class: 'later-events', open: open.has('later'), 'data-event': 'later' },
          h('summary', {}, laterText(later, state.now)),
          list(later),
        ),
  );
  if (focused) holder.querySelector(`[data-act="${CSS.escape(focused)}"]`)?.focus();
}

function entry(event, isOpen, state, act) {
  const button = (name, what, pressed) =>
    h(
      'button',
      {
        type: 'button',
        class: 'plain',
        'data-act': `${name} ${event.id}`,
        'aria-pressed': pressed === undefined ? null : String(pressed),
        onclick: () => act({ event: event.id, ...what }),
      },
      name,
    );
  const time = h('input', { type: 'datetime-local', value: event.wallStart, 'aria-label': 'Ny tid i Outlook' });
  const give = () => {
    time.blur();
    act({ act: 'time', event: event.id, start: time.value.slice(0, 16) });
  };
  return h(
    'details',
    { open: isOpen, 'data-event': event.id },
    h(
      'summary',
      {},
      h('span', { class: 'event-when' }, when(event.start, state.now)),
      ` ${together(event.subject)}`,
      h(
        'span',
        { class: 'row-about' },
        `${said[event.answer]}${event.own === 'away' ? ' · Du är frånvarande då' : ''} · ${event.accepted} av ${event.asked} kommer`,
      ),
    ),
    h(
      'div',
      { class: 'buttons', role: 'group', 'aria-label': 'Svara på inbjudan' },
      Object.entries(answers).map(([answer, name]) =>
        button(name, { act: 'answer', as: state.me, answer }, event.answer === answer),
      ),
    ),
    event.own === 'unseen'
      ? h('p', { class: 'hint' }, 'Boten ser inte din egen kalender: den hör till en annan organisation.')
      : h(
          'div',
          { class: 'buttons' },
          button('Frånvarande den dagen', { act: 'away', as: state.me, away: event.own === 'there' }, event.own === 'away'),
        ),
    h('p', { class: 'hint' }, h('a', { href: event.url, target: '_blank', rel: 'noopener' }, 'Läs inbjudan')),
    h('p', { class: 'hint' }, 'I brevlådan som kallar till mötena:'),
    h(
      'div',
      { class: 'buttons' },
      h('div', {}, time, inWords(time)),
      h('button', { type: 'button', class: 'plain', 'data-act': `time ${event.id}`, onclick: give }, 'Byt tid'),
      button('Ta bort', { act: 'delete' }),
    ),
  );
}
