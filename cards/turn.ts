import { z } from 'zod';
import type { Card } from './card.ts';
import { localTime, person, text } from './fields.ts';
import { hostile, long, longWord, meeting, per, sara } from './samples.ts';
import template from './turn.json' with { type: 'json' };
import { sayBecause, sayYouLast, turnReason } from './turn-reason.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  state: z.enum(['asked', 'accepted', 'declined', 'swapped']),
  reason: turnReason,
  instead: person.nullable(),
  asking: z.boolean(),
  away: z.boolean(),
  begun: z.boolean(),
});

type TurnView = z.infer<typeof schema>;

const badges = {
  asked: { style: 'Warning', icon: 'Clock' },
  accepted: { style: 'Good', icon: 'CheckmarkCircle' },
  declined: { style: 'Subtle', icon: 'Dismiss' },
  swapped: { style: 'Subtle', icon: 'ArrowSwap' },
};

const present: Card<TurnView>['present'] = (view, words) => {
  const { turn: say, format } = words;
  const when = format.start(view.start);
  const because = `${format.capital(sayBecause(view.reason, words))}. ${sayYouLast(view.reason, words)}`.trim();
  const instead = view.instead ? say.instead(words.person(view.instead.name, view.instead.unit)) : say.noInstead;
  const taken = view.reason.kind === 'swapped';
  const writes = view.state === 'asked' || view.state === 'accepted';
  const open = !view.begun;
  const begun = view.begun && writes;
  return {
    summary: say.summaries[begun ? 'accepted' : view.state](view.forum, when),
    meeting: view.meeting,
    forum: view.forum,
    heading: say.headings[begun ? 'accepted' : view.state],
    badge: begun
      ? { style: 'Subtle', icon: 'Record', text: say.begun }
      : { ...badges[view.state], text: view.asking ? say.asking : say.states[view.state] },
    when: format.capital(when),
    away: view.away ? say.away : '',
    because: writes ? because : '',
    instead: writes ? '' : instead,
    buttons: {
      accept: open && view.state === 'asked' && !view.asking ? say.labels.accept : '',
      decline: open && writes && !view.asking && !taken ? say.labels.decline : '',
      swapFirst: open && view.away ? say.labels.swap : '',
      swap: open && view.state === 'accepted' && !view.asking ? say.labels.swap : '',
      withdraw: open && (view.asking || taken || view.state === 'swapped') ? say.labels.withdraw : '',
      why: writes ? say.labels.why : '',
      /** Three buttons stand in a row. */
      whyMode: view.away ? 'secondary' : 'primary',
      acceptStyle: view.away ? 'default' : 'positive',
    },
  };
};

const ordinary: TurnView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  state: 'asked',
  reason: {
    person: sara,
    kind: 'longest-waiting',
    insteadOf: null,
    unitLast: '2027-02-02',
    personLast: '2026-09-15',
    passed: [],
  },
  instead: null,
  asking: false,
  away: false,
  begun: false,
};

export const turn: Card<TurnView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, reason: { ...ordinary.reason, kind: 'never-written', unitLast: null, personLast: null } },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      reason: { ...ordinary.reason, kind: 'after-decline', person: { name: long(60), unit: `${longWord} ${long(60)}` } },
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      reason: { ...ordinary.reason, person: { name: hostile, unit: hostile } },
    },
    away: { ...ordinary, away: true },
    accepted: { ...ordinary, state: 'accepted' },
    asking: { ...ordinary, state: 'accepted', asking: true },
    declined: { ...ordinary, state: 'declined', instead: per },
    'taken over': { ...ordinary, state: 'accepted', reason: { ...ordinary.reason, kind: 'swapped', insteadOf: per } },
    swapped: { ...ordinary, state: 'swapped', instead: per },
    repays: { ...ordinary, reason: { ...ordinary.reason, kind: 'repays', insteadOf: per } },
    begun: { ...ordinary, begun: true },
    'swapped and begun': { ...ordinary, state: 'swapped', instead: per, begun: true },
    'nobody instead': { ...ordinary, state: 'declined' },
  },
};
