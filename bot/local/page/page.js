import { api, listen } from './api.js';
import { showCalendar } from './calendar-pane.js';
import { onThemeChange, useTheme } from './card.js';
import { composeBox } from './compose.js';
import { avatar, byId, h } from './elements.js';
import { showFeed, showThread } from './feed.js';
import { showFiles } from './files-pane.js';
import { address, memory } from './memory.js';
import { clock, day } from './swedish-time.js';
import { showDue, showTime } from './time-pane.js';
import { toast } from './toast.js';
import { welcome } from './welcome.js';
import { rememberSeen, showPeople, showPlaces } from './who-pane.js';

let state;
let chosen = address.read();
let isMoving = false;
let loads = 0;
let waiting = 0;
let compose;
let composeFor = '';

async function load() {
  const turn = ++loads;
  let latest;
  try {
    latest = await api.state(chosen.me, chosen.conversation);
  } catch (error) {
    trouble(error.message);
    return;
  }
  if (turn !== loads) return;
  trouble('');
  state = latest;
  chosen = { me: state.me, conversation: currentPlace().forum || 'personal' };
  address.write(chosen);
  show();
  refreshCards();
}

const refreshed = new Set();
/** Cards that ask for it are fetched anew when somebody looks at them, as Teams does; a failure changes nothing. */
async function refreshCards() {
  const { me: as, conversation, toRefresh } = state;
  for (const activityId of toRefresh) {
    const key = `${as} ${activityId}`;
    if (refreshed.has(key)) continue;
    refreshed.add(key);
    try {
      await api.refresh({ as, conversation, activityId });
    } catch (error) {
      console.warn(error.message);
    } finally {
      refreshed.delete(key);
    }
  }
}

function show() {
  if (!state) return;
  const place = currentPlace();
  byId('agreement').textContent = state.agreement.title;
  byId('chat-title').textContent = place.name;
  byId('chat-about').textContent = `Du är ${me().name} · ${
    place.kind === 'personal' ? 'bara du ser chatten' : `${state.members.length} medlemmar`
  }`;
  byId('chat-icon').replaceChildren(place.kind === 'personal' ? avatar(place.name, true) : h('span', { class: 'hash' }, '#'));
  rememberSeen(state);
  showPeople(state, choosePerson);
  showPlaces(state, choosePlace);
  showCompose(place);
  const fresh = showFeed(state, { replyBox });
  if (isMoving) fresh[0]?.scrollIntoView({ block: 'start' });
  else followOwn(fresh);
  showTime(state, { isMoving, move });
  showDue(state);
  showCalendar(state, inOutlook);
  showFiles(state);
}

const followed = { message: undefined, until: 0 };
/** Who writes sees what they wrote and, for a while, what is answered. */
function followOwn(fresh) {
  const own = fresh.findLast((element) => element.matches('.mine'));
  if (own) Object.assign(followed, { message: own, until: Date.now() + 4_000 });
  if (fresh.length > 0 && followed.message?.isConnected && Date.now() < followed.until) showThread(followed.message);
}

const me = () => state.people.find(({ id }) => id === state.me);
const currentPlace = () => state.conversations.find(({ id }) => id === state.conversation);

function choosePerson(id) {
  return go({ me: id, conversation: chosen.conversation });
}

function choosePlace(id) {
  return go({ me: state.me, conversation: id });
}

async function go(where) {
  chosen = where;
  showPane('chat');
  await load();
}

function showFirstCard() {
  byId('feed').querySelector('.with-card')?.scrollIntoView({ block: 'start' });
}

function showCompose(place) {
  const wanted = `${state.me} ${place.id}`;
  if (composeFor === wanted) return;
  composeFor = wanted;
  const isChannel = place.kind === 'channel';
  compose = composeBox({
    id: 'compose-text',
    label: isChannel ? `Skriv ett inlägg i ${place.name}` : `Skriv till ${state.bot.name}`,
    placeholder: isChannel ? 'Starta ett inlägg' : `Skriv till ${state.bot.name}`,
    members: () => (isChannel ? state.members : []),
    botName: state.bot.name,
    isChannel,
    examples: state.examples,
    send: (what) => say(what),
  });
  byId('compose').replaceChildren(compose.element);
}

/** "Svara" below a thread; opens to a box of its own. */
function replyBox(root) {
  const holder = h('div', { class: 'reply' });
  const open = () => {
    const box = composeBox({
      id: `reply-${root}`,
      label: 'Svara i tråden',
      placeholder: 'Svara',
      members: () => state.members,
      botName: state.bot.name,
      isChannel: true,
      send: (what) => say({ ...what, replyTo: root }),
    });
    holder.replaceChildren(box.element);
    box.focus();
  };
  holder.append(h('button', { type: 'button', class: 'quiet reply-open', onclick: open }, '↩ Svara'));
  return holder;
}

/** True when the message stands in the conversation. */
async function say(what) {
  const isHeard = what.mention || currentPlace().kind === 'personal';
  waiting += isHeard ? 1 : 0;
  showTyping();
  try {
    const said = await api.say({ as: state.me, conversation: state.conversation, ...what });
    if (said.kind === 'sent' && said.answered === null) toast(`${state.bot.name} svarade inte. Skriv igen om en stund.`, 'error');
    return true;
  } catch (error) {
    toast(error.message, 'error');
    return false;
  } finally {
    waiting -= isHeard ? 1 : 0;
    showTyping();
    load();
  }
}

function showTyping() {
  byId('typing').textContent = waiting > 0 ? `${state.bot.name} skriver …` : '';
}

async function move(to) {
  const before = state.due;
  isMoving = true;
  show();
  try {
    // The next thing is the next one shown: other people's forums happen on the way.
    const { now } = await api.moveClock(to === 'next' && state.due[0] ? state.due[0].at : to);
    const done = before.filter(({ at }) => Date.parse(at) <= Date.parse(now)).map(({ what }) => what);
    toast(`Nu är det ${day(now)} ${clock(now)}.${done.length > 0 ? ` Boten: ${done.join(' · ')}.` : ''}`);
    await load();
  } catch (error) {
    toast(error.message, 'error');
  } finally {
    isMoving = false;
    show();
  }
}

/** What the bot makes of it comes a moment later. */
async function inOutlook(what) {
  try {
    await api.outlook(what);
  } catch (error) {
    toast(error.message, 'error');
  }
  await load();
  loadSoon();
}

function showPane(name) {
  document.body.dataset.pane = name;
  for (const tab of byId('tabs').children) tab.setAttribute('aria-current', String(tab.dataset.pane === name));
}

function trouble(text) {
  byId('trouble').textContent = text;
  byId('trouble').hidden = text === '';
}

function greet() {
  const channel = state.conversations.find(({ kind }) => kind === 'channel');
  welcome(state, [
    channel
      ? {
          title: 'Läs dagordningen',
          text: `Den ligger öppen i kanalen ${channel.name}.`,
          button: 'Öppna kanalen',
          act: () => choosePlace(channel.id).then(showFirstCard),
        }
      : {
          title: 'Säg hej',
          text: `Chatta med ${state.bot.name}.`,
          button: 'Öppna chatten',
          act: () => choosePlace(state.conversations[0].id),
        },
    {
      title: `Fråga ${state.bot.name}`,
      text: 'Till exempel ”nästa möte”.',
      button: 'Skriv åt mig',
      act: () => compose.write('nästa möte'),
    },
    {
      title: 'Flytta fram tiden',
      text: 'Se vad boten gör när mötet närmar sig.',
      button: 'Till nästa händelse',
      act: () => move('next'),
    },
  ]);
}

let reloads = [];
/** Soon, and once more when what the bot does after answering has had time to end. */
const loadSoon = () => {
  for (const reload of reloads) clearTimeout(reload);
  reloads = [setTimeout(load, 80), setTimeout(load, 2_000)];
};

for (const tab of byId('tabs').children) tab.addEventListener('click', () => showPane(tab.dataset.pane));
byId('about').addEventListener('click', () => state && greet());
onThemeChange(show);
addEventListener('resize', () => requestAnimationFrame(show));
showPane('chat');
useTheme();
await load();
if (state && !memory.isGreeted()) greet();
listen({ onChange: loadSoon, onContact: (isThere) => trouble(isThere ? '' : 'Ingen kontakt med servern. Försöker igen …') });
