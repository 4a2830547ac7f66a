import { renderCard } from './card.js';
import { cardActions } from './card-actions.js';
import { avatar, h } from './elements.js';
import { messageText } from './mention-text.js';
import { clock, isoDay, shortDay } from './swedish-time.js';

/** One message as Teams shows it. `view`: { state, width } */
export function messageElement(message, { state, width }) {
  const isBot = message.from === null;
  const isMine = message.from?.id === state.me;
  const name = isBot ? state.bot.name : message.from.name;
  const article = h('article', {
    class: `message${isMine ? ' mine' : ''}${message.card ? ' with-card' : ''}`,
    tabindex: '-1',
    'data-id': message.id,
  });
  const notes = [
    message.editedAt && !message.deleted
      ? `Redigerad ${isoDay(message.editedAt) === isoDay(message.at) ? '' : `${shortDay(message.editedAt, state.now)} `}${clock(message.editedAt)}`
      : null,
    message.onlyYou && message.root ? 'Bara du ser kortet så här' : null,
  ].filter(Boolean);
  article.append(
    avatar(name, isBot),
    h(
      'div',
      { class: 'message-body' },
      h(
        'p',
        { class: 'byline' },
        h('strong', {}, name),
        isBot ? h('span', { class: 'app-tag' }, 'App') : null,
        h('time', { datetime: message.at }, `${shortDay(message.at, state.now)} ${clock(message.at)}`),
        notes.length > 0 ? h('span', { class: 'note' }, notes.join(' · ')) : null,
      ),
      content(message, { state, width }),
      message.delivered
        ? null
        : h('p', { class: 'note' }, `Nådde inte ${state.bot.name}: i en kanal läser boten bara det som nämner den.`),
    ),
  );
  return article;
}

function content(message, { state, width }) {
  if (message.deleted) return h('p', { class: 'deleted' }, 'Meddelandet har tagits bort.');
  const parts = [];
  if (message.text) parts.push(h('div', { class: 'bubble' }, messageText(message)));
  if (message.card) {
    const context = { me: state.me, conversation: state.conversation, message };
    const card = renderCard(
      message.card,
      width,
      cardActions(context, () => card),
    );
    parts.push(card);
  }
  return parts;
}
