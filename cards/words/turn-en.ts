import type { Words } from './sv.ts';

export const turn: Words['turn'] = {
  headings: {
    asked: 'It is your turn to write',
    accepted: 'You write the minutes',
    declined: 'Thank you for letting us know',
    swapped: 'You have swapped your turn',
  },
  states: { asked: 'Waiting for you', accepted: 'You said yes', declined: 'You said no', swapped: 'Swapped' },
  asking: 'Waiting for an answer',
  away: 'Your calendar says that you are away then.',
  begun: 'The meeting has begun',
  labels: { accept: 'Okay', decline: 'I cannot', swap: 'Swap', withdraw: 'Undo the swap', why: 'Why me?' },
  instead: (person) => `${person}, writes instead.`,
  noInstead: 'Nobody else has been named yet.',
  summaries: {
    asked: (forum, when) => `It is your turn to write the minutes of ${forum}, ${when}.`,
    accepted: (forum, when) => `You write the minutes of ${forum}, ${when}.`,
    declined: (forum, when) => `You have declined to write for ${forum}, ${when}.`,
    swapped: (forum, when) => `Somebody else writes for ${forum}, ${when}.`,
  },
};

export const reason: Words['reason'] = {
  youLast: (last) => `You last wrote on ${last}.`,
  youNever: 'You have not written before.',
  genitive: (name) => `${name}’s`,
  itIsTheTurnOf: (genitive, because) => `It is ${genitive} turn: ${because}.`,
  writes: (name, because) => `${name} writes: ${because}.`,
  unitWaited: (unit, last) => `${unit} has waited longest, last had the turn on ${last}`,
  unitNeverWrote: (unit) => `${unit} has waited longest and has not had the turn before`,
  afterDecline: (unit, last) => `whoever came first cannot. ${unit} is next in turn, last had the turn on ${last}`,
  afterDeclineNever: (unit) => `whoever came first cannot. ${unit} is next in turn and has not had the turn before`,
  repays: 'a turn somebody else stepped in for is taken back',
  repaysInsteadOf: (whose) =>
    `a turn somebody else stepped in for is taken back. Otherwise the turn would have been with ${whose}`,
  swapped: 'the turn is taken over by a swap',
  swappedWith: (whose) => `the turn is taken over by a swap with ${whose}`,
  standsIn: (unit) => `nobody else in turn can, and the convener (${unit}) stands in`,
  personLast: (name, last) => `${name} last wrote on ${last}.`,
  personNever: (name) => `${name} has not written before.`,
};

export const secretaryCard: Words['secretaryCard'] = {
  labels: {
    heading: 'Secretary',
    passed: 'Passed over this time',
    keeps: 'Whoever is passed over does not lose their turn.',
    next: 'After that, as it looks now',
    shall: 'Bilaga nyanlända, section 1.8: ”Sekreteraruppgiften ska ambulera.”',
    ours: 'How it goes round is our own choice: between the units, then between the people of a unit. Whoever has waited longest writes.',
  },
  why: {
    away: 'away',
    declined: 'declined',
    newcomer: 'new, joins the turn after their first meeting',
    credit: 'has stepped in for somebody and may stand over',
  },
  summary: (person, forum, when) => `${person}, is the secretary of ${forum}, ${when}.`,
};

export const swap: Words['swap'] = {
  headings: {
    open: 'Can you write instead?',
    taken: 'The swap is made',
    withdrawn: 'The question is withdrawn',
    lapsed: 'Nobody could swap',
    'passed-on': 'The question is over',
  },
  lines: {
    open: (from) => `${from}, is next to write the minutes and would like to swap. Whoever answers first takes over.`,
    taken: (taker) => `${taker}, writes the minutes.`,
    withdrawn: (from) => `${from}, has the turn as before.`,
    lapsed: (from) => `The meeting has begun and nobody took over. ${from}, writes.`,
    'passed-on': (taker) => `Whoever had the turn is no longer a member. ${taker}, is next instead.`,
  },
  onBehalf: (by) => `Asked by ${by}.`,
  given: 'The turn is given back when whoever took it is next in turn.',
  take: 'I will',
  summaries: {
    open: (who, forum, when) => `${who}, asks whether somebody can write for ${forum}, ${when}.`,
    taken: (who, forum, when) => `${who}, writes the minutes of ${forum}, ${when}.`,
    withdrawn: (who, forum, when) => `${who}, writes as before for ${forum}, ${when}.`,
    lapsed: (who, forum, when) => `Nobody took over, so ${who}, writes for ${forum}, ${when}.`,
    'passed-on': (who, forum, when) => `${who}, is next to write for ${forum}, ${when}.`,
  },
};

export const swapDialog: Words['swapDialog'] = {
  labels: {
    rule: 'Whoever first says yes takes over. If nobody has answered when the meeting begins, the turn stays.',
    ask: 'Whom shall I ask?',
    askError: 'Choose whom I shall ask.',
    send: 'Ask',
  },
  all: 'Everybody in the channel of the forum',
  where: (forum, from) => `${forum} · next in turn: ${from}`,
  summary: (forum, when) => `Swap the turn to write for ${forum}, ${when}.`,
};

export const fairness: Words['fairness'] = {
  heading: 'How the turn has gone round',
  labels: {
    unit: 'Unit',
    person: 'Person',
    due: 'In turn',
    written: 'Written',
    next: 'The coming meetings, as it looks now',
    rule: 'The turn goes between the units and then between the people of a unit. Whoever has stood over takes it back when the one who stepped in is next in turn. That is our own choice; the agreement says that the task shall go round (bilaga nyanlända, section 1.8).',
  },
  since: (meetings, day) => (meetings === 1 ? `One meeting, ${day}.` : `${meetings} meetings since ${day}.`),
  none: 'No meeting has been held yet.',
  every: (meetings) => (meetings === 1 ? 'each person: every meeting' : `each person: once in ${meetings} meetings`),
  owes: (balance) =>
    balance === 0
      ? ''
      : balance < 0
        ? `has ${balance === -1 ? 'one turn' : `${-balance} turns`} to take back`
        : `has stepped in ${balance === 1 ? 'once' : `${balance} times`}`,
  summary: (forum) => `How the task of writing has gone round in ${forum}.`,
};
