import { look } from './card.js';
import { rememberFocus } from './card-focus.js';
import { byId, h } from './elements.js';
import { messageElement } from './message.js';
import { day, isoDay } from './swedish-time.js';

const threadsAtOnce = 30;
const widest = 720;
let shownConversation = '';
let threadsShown = threadsAtOnce;
/** Message id → what it was and its element: what did not change stays, with what people typed in it. */
let drawn = new Map();

/** The messages of the chosen conversation; channel threads with their answers and a place to answer. Returns what is new or changed. */
export function showFeed(state, { replyBox }) {
  const feed = byId('feed');
  feed.tabIndex = 0;
  const isNew = shownConversation !== `${state.me} ${state.conversation}`;
  if (isNew) {
    shownConversation = `${state.me} ${state.conversation}`;
    threadsShown = threadsAtOnce;
    drawn = new Map();
    threadElements.clear();
  }
  const isAtEnd = feed.scrollHeight - feed.scrollTop - feed.clientHeight < 80;
  const count = feed.querySelectorAll('article').length;
  const giveBackFocus = rememberFocus();
  const width = Math.min(feed.clientWidth - 96, widest);

  const threads = [...Map.groupBy(state.messages, (message) => message.root || message.id)];
  const older = Math.max(0, threads.length - threadsShown);
  const next = new Map();
  const fresh = [];
  const draw = (message) => {
    const content = JSON.stringify(message);
    const surroundings = `${look(width)} ${state.now.slice(0, 4)}`;
    const was = drawn.get(message.id);
    const isSame = was?.content === content && was.surroundings === surroundings;
    const element = isSame ? was.element : messageElement(message, { state, width });
    if (!isNew && was?.content !== content) fresh.push(element);
    next.set(message.id, { content, surroundings, element });
    return element;
  };
  const nodes = [];
  if (older > 0)
    nodes.push(
      h(
        'button',
        { type: 'button', class: 'plain older', onclick: () => showOlder(state, { replyBox }) },
        `Visa äldre (${older})`,
      ),
    );
  let date = '';
  for (const [root, messages] of threads.slice(older)) {
    if (isoDay(messages[0].at) !== date) {
      date = isoDay(messages[0].at);
      nodes.push(dateLine(date, messages[0].at));
    }
    nodes.push(messages[0].root ? thread(root, messages.map(draw), replyBox) : draw(messages[0]));
  }
  if (threads.length === 0) nodes.push(empty(state));
  syncChildren(feed, nodes);
  drawn = next;

  giveBackFocus();
  const hasMore = feed.querySelectorAll('article').length > count;
  if (isNew || (isAtEnd && hasMore)) showEnd(feed);
  for (const element of fresh) element.classList.add('fresh');
  return fresh;
}

function showOlder(state, options) {
  threadsShown += threadsAtOnce;
  showFeed(state, options);
}

const dateLines = new Map();

function dateLine(date, instant) {
  if (!dateLines.has(date)) dateLines.set(date, h('h3', { class: 'date-line' }, day(instant)));
  return dateLines.get(date);
}

const threadElements = new Map();

function thread(root, messages, replyBox) {
  let element = threadElements.get(root);
  if (!element) {
    element = h('section', { class: 'thread', 'aria-label': 'Tråd' }, h('div', { class: 'thread-messages' }), replyBox(root));
    threadElements.set(root, element);
  }
  syncChildren(element.firstElementChild, messages);
  return element;
}

function empty(state) {
  const isPersonal = state.conversations.find(({ id }) => id === state.conversation)?.kind === 'personal';
  return h(
    'div',
    { class: 'empty' },
    h('img', { src: '/assets/icon.svg', alt: '', width: 56, height: 56 }),
    h('p', { class: 'empty-title' }, isPersonal ? `Här chattar du med ${state.bot.name}` : 'Kanalen är tom än så länge'),
    h(
      'p',
      {},
      isPersonal ? 'Bara du ser vad som skrivs här. Prova att skriva ”hjälp”.' : 'Flytta fram tiden, eller skriv något.',
    ),
  );
}

/** The last message from its beginning when it is taller than the window, otherwise the very end. */
function showEnd(feed) {
  const last = feed.lastElementChild?.querySelector('article:last-of-type') ?? feed.lastElementChild;
  if (last && last.offsetHeight > feed.clientHeight - 40) last.scrollIntoView({ block: 'start' });
  else feed.scrollTop = feed.scrollHeight;
}

/** The end of the thread, or of the chat, that holds a message. */
export function showThread(message) {
  const thread = message.closest('.thread');
  if (thread) thread.scrollIntoView({ block: 'end' });
  else showEnd(byId('feed'));
}

/** Puts the nodes in place without touching those that already are: focus and scroll stay. */
function syncChildren(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}
