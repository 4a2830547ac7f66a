import { avatar, byId, h } from './elements.js';
import { memory } from './memory.js';

const outsiders = 'Utanför hubben';

/** People to be, by organisation, with whose turn it is and whom the bot has written to. */
export function showPeople(state, choose) {
  const groups = Map.groupBy(state.people, (person) => (person.stranger ? outsiders : person.organisation));
  const strangers = groups.get(outsiders);
  groups.delete(outsiders);
  if (strangers) groups.set(outsiders, strangers);
  const holder = byId('people');
  const focused = document.activeElement?.dataset?.person;
  const scroll = holder.scrollTop;
  holder.replaceChildren(
    ...[...groups].map(([organisation, people]) =>
      h(
        'div',
        { class: 'group' },
        h('h3', {}, organisation),
        h(
          'ul',
          { class: 'rows' },
          people.map((person) => h('li', {}, row(person, state, choose))),
        ),
      ),
    ),
  );
  holder.scrollTop = scroll;
  if (focused) holder.querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus();
}

/** A line may end after a slash, so that no unit's name is cut inside a word. */
const breakable = (text) => text.split(/(?<=\/)/).flatMap((part, index) => (index === 0 ? [part] : [h('wbr'), part]));

function row(person, state, choose) {
  const isMe = person.id === state.me;
  const news = isMe ? 0 : person.personalMessages - memory.seen(person.id, 'personal');
  return h(
    'button',
    {
      type: 'button',
      class: 'row',
      'data-person': person.id,
      'aria-current': isMe ? 'true' : null,
      onclick: () => choose(person.id),
    },
    avatar(person.name),
    h(
      'span',
      { class: 'row-text' },
      h('span', { class: 'row-name' }, person.name, isMe ? h('span', { class: 'you' }, 'du') : null),
      h('span', { class: 'row-about' }, breakable([person.role, person.unit].filter(Boolean).join(' · '))),
      person.turn.length > 0 ? h('span', { class: 'turn' }, `✍ skriver ${person.turn.join(' och ')}`) : null,
    ),
    news > 0
      ? h(
          'span',
          { class: 'news' },
          h('span', { 'aria-hidden': 'true' }, String(news)),
          h('span', { class: 'unseen' }, `${news} ${news === 1 ? 'ny' : 'nya'} från boten`),
        )
      : null,
  );
}

/** The personal chat and the channels of the one you are. */
export function showPlaces(state, choose) {
  const holder = byId('places');
  const focused = document.activeElement?.dataset?.place;
  holder.replaceChildren(...state.conversations.map((place) => h('li', {}, placeRow(place, state, choose))));
  if (focused) holder.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
}

function placeRow(place, state, choose) {
  const isHere = place.id === state.conversation;
  const key = place.kind === 'personal' ? 'personal' : place.id;
  const news = isHere ? 0 : place.messages - memory.seen(state.me, key);
  return h(
    'button',
    {
      type: 'button',
      class: 'row',
      'data-place': place.id,
      'aria-current': isHere ? 'true' : null,
      onclick: () => choose(place.id),
    },
    place.kind === 'personal' ? avatar(place.name, true) : h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
    h(
      'span',
      { class: 'row-text' },
      h('span', { class: 'row-name' }, place.name),
      h('span', { class: 'row-about' }, place.kind === 'personal' ? 'Personlig chatt' : `Kanal i ${state.team.name}`),
    ),
    news > 0
      ? h(
          'span',
          { class: 'news' },
          h('span', { 'aria-hidden': 'true' }, String(news)),
          h('span', { class: 'unseen' }, `${news} ${news === 1 ? 'nytt' : 'nya'} inlägg`),
        )
      : null,
  );
}

/** What stands in front of you counts as seen. */
export function rememberSeen(state) {
  const place = state.conversations.find(({ id }) => id === state.conversation);
  memory.see(state.me, place.kind === 'personal' ? 'personal' : place.id, place.messages);
}
