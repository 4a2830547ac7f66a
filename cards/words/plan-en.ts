import type { Words } from './sv.ts';

export const nextMeeting: Words['nextMeeting'] = {
  move: 'Move the meeting',
  labels: { heading: 'Next meeting', following: 'After that' },
  items: (count) =>
    count === 0 ? 'No items on the agenda yet' : count === 1 ? '1 item on the agenda' : `${count} items on the agenda`,
  summary: (forum, when) => `The next meeting of ${forum} is on ${when}.`,
};

export const whyDay: Words['whyDay'] = {
  labels: {
    heading: 'Why that day',
    ours: 'This is our own choice',
    way: 'How the meeting came here',
    notes: 'Worth knowing of the day',
  },
  agreement: (appendix) => `This is what ${appendix} says`,
  plan: 'Show the plan',
  inPlace: 'The meeting lies on its own day of the rhythm.',
  movedOnce: (from) => `The meeting was moved from ${from}.`,
  movedOften: (from, times) => `The meeting was moved ${times} times, first from ${from}.`,
  lengthOnly: 'The meeting lies on its day, but its length is another.',
  rules: {
    rhythm: (days) =>
      `The forum meets every ${days % 7 === 0 ? (days === 7 ? 'week' : `${days / 7} weeks`) : days === 1 ? 'day' : `${days} days`}.`,
    anchor: (day) => `The days are counted from ${day}.`,
    'standing-time': (minutes) => `The forums share a standing time of ${minutes} minutes.`,
    'never-cancelled': (rule) => `${rule}.`,
    moving: (earlier, days) =>
      `A meeting that cannot be held on its day goes to the nearest working day, rather ${earlier ? 'earlier' : 'later'}${days > 0 ? `, at most ${days === 1 ? 'one day' : `${days} days`}` : ''}. The next meeting keeps its own day.`,
    pause: (name) => `Pause: ${name}.`,
  },
  by: { source: (source) => `Source: ${source}`, choice: (why) => `Why: ${why}` },
  steps: {
    rested: (day) => `${day}: pause`,
    restedBecause: (pause) => `${pause}. That is why it is longer than usual since the meeting before.`,
    slot: (day) => day,
    given: { now: 'The day the rhythm gives.', earlier: 'The day the rhythm gave when the meeting was planned.' },
    to: (day) => `Moved to ${day}`,
    newLength: 'Another length',
    because: (hindrance) => `In the way: ${hindrance}.`,
    outOfOrder: 'No allowed day kept the order of the levels.',
    earlierDefinition: 'That is what the definition file said then.',
    bot: (at) => `Moved by the bot, ${at}.`,
    person: (who, at) => `By ${who}, ${at}.`,
    somebody: 'somebody who has left',
    reason: (reason) => `Reason: ${reason}`,
  },
  summary: (forum, when) => `This is why ${forum} meets on ${when}.`,
};

export const moveDialog: Words['moveDialog'] = {
  labels: {
    never: 'The meeting keeps its agenda and secretary when it is moved.',
    to: 'To when?',
    toError: 'Choose a time.',
    reason: 'Why is it moved?',
    reasonHint: 'Everybody who is invited sees the reason.',
    reasonError: 'Write why the meeting is moved.',
    move: 'Move',
    none: 'There is no free time between the meetings before and after.',
  },
  summary: (forum, when) => `Move the meeting of ${forum}, ${when}.`,
};
