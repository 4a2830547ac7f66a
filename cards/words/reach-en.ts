import type { reach as swedish } from './reach-sv.ts';

const days = (about: string): string => (about === '' ? '' : ` ${about}`);

export const reach: typeof swedish = {
  heading: 'Who was reached',
  since: (forum, day) => `${forum}. What I have sent since ${day}.`,
  none: 'Nothing has been sent.',
  all: '✔ Every card has arrived.',
  missedHeading: 'Has not arrived',
  reachedHeading: 'Has arrived',
  channel: 'The forum’s channel',
  what: {
    agenda: (about) => `The agenda${days(about)}`,
    turn: (about) => `Turn to write${days(about)}`,
    minutes: (about) => `The minutes${days(about)}`,
    'remind-close': (about) => `Reminder to close the meeting${days(about)}`,
    'remind-first': (about) => `Reminder to approve${days(about)}`,
    'remind-last': (about) => `Last reminder to approve${days(about)}`,
    'hand-over': (about) => `Minutes not approved${days(about)}`,
    'actions-given': (about) => `New actions from the meeting${days(about)}`,
    'actions-due': (about) => `Reminder of actions from the meeting${days(about)}`,
    'ask-situation': (about) => `Question about a situation report${days(about)}`,
    'ask-figures': (about) => `Question about figures${days(about)}`,
    question: (about) => `Word of a question${days(about)}`,
    booked: (about) => `Word of meetings booked${days(about)}`,
    'by-hand': (about) => `A file changed on the samarbetsyta${days(about)}`,
    'hand-made': (about) => `A draft changed by hand${days(about)}`,
    'time-box': (about) => `An item’s time is up${days(about)}`,
    'ask-targets': () => 'Question about new targets',
    swap: (about) => `Question about swapping a turn${days(about)}`,
    swapped: (about) => `Word of a swapped turn${days(about)}`,
    away: (about) => `Word that the one in turn is away${days(about)}`,
    moved: (about) => `The meeting has moved${days(about)}`,
    empty: (about) => `A unit without anyone${days(about)}`,
    waits: (about) => `A document that waits${days(about)}`,
    refused: (about) => `A document that could not be saved${days(about)}`,
    'put-back': (about) => `A meeting put back in the calendar${days(about)}`,
    digest: () => 'The weekly letter',
    other: (about) => `A message${days(about)}`,
  },
  why: {
    waits: 'Waits for working hours or for its turn.',
    trying: 'Teams does not answer. I try again by myself.',
    'not-met': 'Teams has not told where they are. Ask them to add the app or join the team.',
    'no-channel': 'The app is not added in the forum’s channel. Ask the owner of the team to add it.',
    'not-installed': 'The app is not installed there, or is blocked. Ask them to add it. I try again by myself.',
    gone: 'The conversation is gone. Ask them to add the app again, then send again.',
    unknown: 'May have arrived; it cannot be seen from here. Look before you send again.',
    refused: 'Teams did not take the card. Ask the administrator to search the log.',
  },
  asked: (at) => `Was to be sent ${at}`,
  done: (done, of, at) => (of === 1 ? at : `${done} of ${of}, last ${at}`),
  outsideHeading: 'Not in Teams',
  outside: (calendar) =>
    calendar
      ? 'Gets calendar invitations. Agenda and minutes are on the samarbetsyta.'
      : 'Agenda and minutes are on the samarbetsyta; meetings by "kalender forum".',
  more: (count) => (count === 1 ? 'One more card has not arrived.' : `${count} more cards have not arrived.`),
  again: (count) => (count === 1 ? 'Send it again' : `Send these ${count} again`),
  summary: (missed) =>
    missed === 0 ? 'Every card has arrived.' : missed === 1 ? 'One card has not arrived.' : `${missed} cards have not arrived.`,
};
