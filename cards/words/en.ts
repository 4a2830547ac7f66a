import { format } from '../format.ts';
import type { Words } from './sv.ts';

/** For colleagues who read English. What comes from people, the agreement and the files stays in Swedish. */
export const en: Words = {
  lang: 'en',
  format: format({
    locale: 'en-GB',
    at: 'at',
    week: 'week',
    sixWeeks: (week) => `six weeks to ${week}`,
    halfYear: (half, year) => `${half === 1 ? 'first' : 'second'} half of ${year}`,
    schoolYear: (years) => `school year ${years}`,
    points: 'percentage points',
  }),

  person: (name, unit) => `${name}, ${unit}`,
  minutes: (count) => `${count} min`,
  secretary: (person) => `Secretary: ${person}`,
  noSecretary: 'Secretary: nobody yet',
  approvedBy: (name, at) => `Approved by ${name}, ${at}`,
  figuresRefresh: 'Update figures',
  propose: 'Propose an item',
  agendaShow: 'Show agenda',
  agendaOpen: 'Open the agenda',
  minutesOpen: 'Open the minutes',
  noNames: 'Write no names of individuals and no personal identity numbers.',

  why: {
    standing: (source) => (source ? `standing item (${source})` : 'standing item'),
    carriedOver: (from, reason) => `carried over from ${from}: ${reason}`,
    reasons: { 'not-reached': 'not reached', 'open-action': 'open action', tabled: 'tabled' },
    proposed: (by) => `proposed by ${by}`,
    lifted: (from, since, days, forDecision) =>
      `from ${from}, lifted ${days === 0 ? 'today' : `${days === 1 ? '1 day' : `${days} days`} ago`} (${since})${forDecision ? ', for decision' : ''}`,
    handedDown: {
      answer: (from, at) => `handed down from ${from} on ${at}`,
      decision: (from, at) => `decision from ${from} on ${at}`,
      'sent-back': (from, at) => `sent back by ${from} on ${at}`,
    },
  },

  figure: {
    labels: { women: 'Women', men: 'Men', total: 'Total', unit: 'Unit', period: 'Period', openSource: 'Open the file' },
    missing: 'not available',
    hidden: 'not shown',
    hiddenWhy: (below: number) => `fewer than ${below}`,
    hiddenBoth: (below: number) => `not shown (fewer than ${below})`,
    hiddenSum: (below: number) => `not shown: the sum would reveal a unit with fewer than ${below}.`,
    of: (base) => `of ${base}`,
    bySex: (women, men, total) => `women ${women}, men ${men}, total ${total}`,
    unitsElsewhere: 'There is no room for the figures per unit here. They are in the file.',
    few: 'Few observations: read the share with care.',
    status: { reached: 'Target met', missed: 'Target not met', follow: 'Followed', unknown: 'Cannot be judged' },
    target: {
      'at-least': (value) => `Target: at least ${value}.`,
      'at-most': (value) => `Target: at most ${value}.`,
      increase: () => 'Target: an increase.',
      follow: () => 'No target value: the development is followed.',
    },
    noTarget: 'No target is set.',
    expired: (until) => `It held through ${until}, no new target is set.`,
    setter: (forum) => `${forum} sets the new target.`,
    sinceBaseline: (period, value) =>
      value
        ? `Target: an increase from the baseline of ${period}, ${value}.`
        : `Target: an increase. The baseline for ${period} is not yet set.`,
    unsplit: (value) => `Sex is not known for ${value}; they count in the total.`,
    changeSince: (parts, period) => `${parts} since ${period}.`,
    changeInTotal: (change) => `total ${change}`,
    changeBySex: (women, men) => `women ${women}, men ${men}`,
    late: (period, from) => `No figure for ${period} from ${from}.`,
    changeBrief: (change, period) => `Total ${change} since ${period}`,
    others: (count) => (count === 1 ? 'one more' : `${count} more`),
    latest: (period) => `This one is for ${period}.`,
    goal: 'Target',
    trend: (isShare) => `The latest periods${isShare ? ' (percent)' : ''}`,
    source: (name, changed, read) => `Source: ${name}, changed ${changed}, read ${read}.`,
    corrected: (at) => `Corrected ${at}; the earlier figure is kept.`,
  },

  agenda: {
    labels: {
      noItems: 'No items yet.',
      received: 'Received',
      unclear: 'Needs clarifying',
      again: 'Lift again',
    },
    answer: { agrees: 'Answer the question', decides: 'Answer or decide' },
    sayNumber: (question) => `Write "fråga ${question}" to answer.`,
    lifted: (question) => `Lifted as question ${question}`,
    states: {
      open: 'Open for proposals',
      published: 'Agenda',
      'in-progress': 'Meeting is on',
      draft: 'Minutes in draft',
      approved: 'Approved',
      filed: 'Approved',
    },
    approvedBy: (name, at) => `Minutes approved by ${name}, ${at}`,
    publishes: (day) => `The agenda is published on ${day}. Propose items before then.`,
    planned: (planned, available) => `Time: ${planned} of ${available} min`,
    over: (planned, available) => `The items take ${planned} min, the meeting is ${available} min. Shorten or move an item.`,
    shortened: 'Long backgrounds are cut here.',
    answers: (accepted, tentative, declined, silent) =>
      `Answers in the calendar: ${[
        `${accepted} will come`,
        ...(tentative === '0' ? [] : [`${tentative} may come`]),
        ...(declined === '0' ? [] : [`${declined} cannot`]),
        ...(silent === '0' ? [] : [`${silent} not answered`]),
      ].join(', ')}`,
    comesFrom: (unit, accepted, asked) => `${unit} ${accepted} of ${asked}`,
    nobodyFrom: (units, rule) => `Nobody comes from ${units}. ${rule}`,
    summaries: {
      open: (forum, when) => `The agenda of ${forum}, ${when}, is open for proposals.`,
      published: (forum, when) => `The agenda of ${forum}, ${when}, is published.`,
      'in-progress': (forum, when) => `The meeting of ${forum}, ${when}, is on.`,
      draft: (forum, when) => `The minutes of ${forum}, ${when}, are being written.`,
      approved: (forum, when) => `The minutes of ${forum}, ${when}, are approved.`,
      filed: (forum, when) => `The minutes of ${forum}, ${when}, are approved and filed on the samarbetsyta.`,
    },
  },

  nextMeeting: {
    move: 'Move the meeting',
    labels: { heading: 'Next meeting', following: 'After that' },
    items: (count) =>
      count === 0 ? 'No items on the agenda yet' : count === 1 ? '1 item on the agenda' : `${count} items on the agenda`,
    summary: (forum, when) => `The next meeting of ${forum} is on ${when}.`,
  },

  whyDay: {
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
  },

  indicators: {
    labels: { heading: 'Indicators', none: 'No indicators are followed here.' },
    about: {
      counts: 'Counts',
      activity: 'Activity',
      effect: 'Effect',
      performance: 'Contribution',
      baseline: 'Baseline',
      'earlier-target': 'Earlier target',
      cited: 'Cited',
      owner: 'Reported by',
      'owner-proposed': 'Reported by (proposal, to be confirmed)',
      followed: 'Followed up in',
      source: 'Source',
    },
    summary: (forum, count, missed) =>
      count === 0
        ? `No indicators are followed in ${forum}.`
        : `${count} indicators in ${forum}, ${missed === 0 ? 'no target is missed' : `${missed} below target`}.`,
  },

  turn: {
    headings: {
      asked: 'It is your turn to write',
      accepted: 'You write the minutes',
      declined: 'Thank you for letting us know',
      swapped: 'You have swapped your turn',
    },
    states: { asked: 'Waiting for you', accepted: 'You said yes', declined: 'You said no', swapped: 'Swapped' },
    asking: 'Waiting for an answer',
    labels: { accept: 'Okay', decline: 'I cannot', swap: 'Swap', withdraw: 'Undo the swap', why: 'Why me?' },
    instead: (person) => `${person}, writes instead.`,
    noInstead: 'Nobody else has been named yet.',
    summaries: {
      asked: (forum, when) => `It is your turn to write the minutes of ${forum}, ${when}.`,
      accepted: (forum, when) => `You write the minutes of ${forum}, ${when}.`,
      declined: (forum, when) => `You have declined to write for ${forum}, ${when}.`,
      swapped: (forum, when) => `Somebody else writes for ${forum}, ${when}.`,
    },
  },

  swap: {
    headings: {
      open: 'Can you write instead?',
      taken: 'The swap is made',
      withdrawn: 'The question is withdrawn',
      lapsed: 'Nobody could swap',
    },
    lines: {
      open: (from) => `${from}, is next to write the minutes and would like to swap. Whoever answers first takes over.`,
      taken: (taker) => `${taker}, writes the minutes.`,
      withdrawn: (from) => `${from}, has the turn as before.`,
      lapsed: (from) => `The meeting has begun and nobody took over. ${from}, writes.`,
    },
    onBehalf: (by) => `Asked by ${by}.`,
    given: 'The turn is given back when whoever took it is next in turn.',
    take: 'I will',
    summaries: {
      open: (who, forum, when) => `${who}, asks whether somebody can write for ${forum}, ${when}.`,
      taken: (who, forum, when) => `${who}, writes the minutes of ${forum}, ${when}.`,
      withdrawn: (who, forum, when) => `${who}, writes as before for ${forum}, ${when}.`,
      lapsed: (who, forum, when) => `Nobody took over, so ${who}, writes for ${forum}, ${when}.`,
    },
  },

  reopenDialog: {
    labels: {
      keeps:
        'What lies on the samarbetsyta stays. When you approve again a new version is put beside it, with the reason and what is changed.',
      reason: 'What has to be put right, and why?',
      reasonError: 'Say what has to be put right.',
      open: 'Open again',
    },
    heading: (edition) => `Version ${edition} of the minutes`,
    summary: (forum, when) => `Open the minutes of ${forum} again, ${when}.`,
  },

  swapDialog: {
    labels: {
      rule: 'Whoever first says yes takes over. If nobody has answered when the meeting begins, the turn stays.',
      ask: 'Whom shall I ask?',
      askError: 'Choose whom I shall ask.',
      send: 'Ask',
    },
    all: 'Everybody in the channel of the forum',
    where: (forum, from) => `${forum} · next in turn: ${from}`,
    summary: (forum, when) => `Swap the turn to write for ${forum}, ${when}.`,
  },

  actions: {
    headings: { all: 'Your actions', given: 'You have been given a task', due: 'Soon due' },
    none: 'You have no open actions.',
    due: (day, late) => (late > 0 ? `▲ Was due ${day}, ${late === 1 ? 'one day' : `${late} days`} late.` : `Due ${day}.`),
    facts: (number, forum, given) => `No. ${number} · ${forum}, ${given}`,
    owner: (person) => `Owner: ${person} (not in Teams)`,
    done: 'Done',
    more: (count) => (count === 1 ? 'One more that has to wait here.' : `${count} more that have to wait here.`),
    summary: (count) =>
      count === 0 ? 'You have no open actions.' : count === 1 ? 'You have one open action.' : `You have ${count} open actions.`,
  },

  decisions: {
    heading: 'Decided and agreed',
    sought: (words) => `Searched for: ${words}`,
    none: 'I find nothing like that in your forums.',
    title: (paragraph, word) => `${word === 'decided' ? 'Decision' : 'Agreed'} §\u00A0${paragraph}`,
    facts: (forum, day, draft) => `${forum}, ${day}${draft ? ' · draft, not approved yet' : ''}`,
    open: 'Open the minutes',
    more: (count) => `${count} older ones are not shown. Search for more words.`,
    summary: (count) => (count === 0 ? 'I find nothing like that in your forums.' : `${count} decisions and agreements.`),
  },

  fairness: {
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
  },

  reason: {
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
  },

  secretaryCard: {
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
  },

  minutesCard: {
    labels: {
      badge: 'Meeting is on',
      attendance: 'Attendance',
      takeAttendance: 'Take attendance',
      now: 'Now',
      note: 'Note',
      action: 'Action',
      next: 'Next item',
      close: 'Close the meeting',
      closing: 'If you close the meeting now',
      returns: 'Taken up again',
      ends: 'Not taken up again',
      noItems: 'No items on the agenda.',
      nothing: 'Nothing.',
    },
    outcomeButton: { agrees: 'Agreed', decides: 'Decision' },
    outcome: { agreed: 'Agreed', decided: 'Decision' },
    absent: 'nobody present',
    unknown: 'nobody yet',
    because: {
      standing: 'standing item',
      'not-reached': 'not reached',
      'open-action': 'open action',
      tabled: 'tabled',
      'open-question': 'the question is open',
    },
    returning: (title, because) => `${title} (${because})`,
    paragraph: (paragraph, word) => `${word} §\u00a0${paragraph}`,
    action: (number, what) => `Action ${number}: ${what}`,
    who: (who, due) => `${who}, due ${due}`,
    shortened: 'Older notes are cut here but kept in full.',
    summary: (forum, when) => `The meeting of ${forum} is on, ${when}. You write the notes.`,
  },

  approval: {
    labels: {
      heading: 'Minutes',
      attendance: 'Attendance',
      actions: 'Actions',
      approve: 'Approve',
      edit: 'Edit',
      reopen: 'Open again',
      readFirst: 'The minutes are too long for the card. Read the whole text in the document before you approve.',
      tooLong: 'The minutes are too long for the card. Shorten them with Edit before they are approved.',
    },
    states: { draft: 'Draft', waiting: 'Waiting for you', approved: 'Approved', filed: 'Approved' },
    due: (day) => `due ${day}`,
    source: (source) => `Source: ${source}`,
    version: (version, due) => `Draft, version ${version}. To be approved by ${due}.`,
    reopened: (version, reason) => `Draft, version ${version}. Opened again: ${reason}`,
    record: (authorities) =>
      `When you approve, the minutes become an official document (allmän handling) of the participating authorities: ${authorities}.`,
    recordNoList: 'When you approve, the minutes become an official document (allmän handling) of the participating authorities.',
    summaries: {
      draft: (forum, day) => `Draft minutes of ${forum}, ${day}, wait to be approved.`,
      approved: (forum, day) => `The minutes of ${forum}, ${day}, are approved.`,
      filed: (forum, day) => `The minutes of ${forum}, ${day}, are approved and filed on the samarbetsyta.`,
    },
  },

  help: {
    labels: { heading: 'What you can write', none: 'There are no commands here.' },
    summary: (forum) => `What you can write to me in ${forum}.`,
  },

  welcome: {
    labels: {
      heading: 'Welcome',
      try: 'Try to write',
      say1: 'nästa möte',
      does1: '– when you meet, who writes and how many items there are',
      say2: 'föreslå Hur gör vi när tolken uteblir?',
      does2: '– puts an item on the agenda',
      say3: 'hjälp',
      does3: '– shows everything you can write',
    },
    you: (name, forum) => `Hello ${name}! I look after the meetings of ${forum}.`,
    role: (role) => `Your role: ${role}`,
    next: (when) => `Next meeting: ${when}`,
    noNext: 'No meeting is planned yet.',
    summary: (forum) => `Welcome to the meetings of ${forum}.`,
  },

  proposeDialog: {
    labels: {
      title: 'Title',
      titleError: 'Write a title of at most 120 characters.',
      background: 'Background',
      backgroundHint: 'What do the others need to know beforehand?',
      minutes: 'Minutes',
      minutesError: 'Give 5–60 minutes.',
      kind: 'What should the meeting do?',
      kindError: 'Choose what the meeting should do.',
      discussion: 'Discuss',
      information: 'Be informed',
      question: 'Answer a question',
      late: 'The agenda is published. When should the item be taken up?',
      lateError: 'Choose when the item should be taken up.',
      lateNow: 'At this meeting, under Other matters',
      lateNext: 'On the next agenda',
    },
    submit: { new: 'Propose', change: 'Save' },
    summary: (forum, when) => `Propose an item for ${forum}, ${when}.`,
  },

  reportDialog: {
    labels: {
      heading: 'Report figures',
      period: 'Which period is it about?',
      periodError: 'Choose a period.',
      women: 'Women who took part',
      men: 'Men who took part',
      numberError: 'Write a number in figures. Write 0 if nobody took part.',
      absent: 'Absent, number (if you know)',
      causeKnown: 'Of them with a known cause, number',
      numbersOnly: 'Write numbers only. Names and causes stay between the authorities.',
      send: 'Report',
    },
    summary: (name, unit) => `Report ${name} for ${unit}.`,
  },

  liftDialog: {
    goes: (place) => `The question goes to ${place}.`,
    labels: {
      to: 'Where does the question go?',
      toError: 'Choose where it goes.',
      text: 'The question',
      textError: 'Write the question, at most 200 characters.',
      proposal: 'Proposed answer',
      background: 'Background',
      backgroundHint: 'What does whoever answers need to know?',
      urgency: 'How urgent is it?',
      urgencyError: 'Choose how urgent it is.',
      normal: 'It can wait for the next open agenda',
      urgent: 'Urgent: the next meeting, even if its agenda is published',
    },
    submit: { raise: 'Lift the question', change: 'Save', again: 'Lift again' },
    heading: { raise: 'Lift a question', change: 'Change the question', again: 'Lift the question again' },
    summary: (forum) => `Lift a question from ${forum}.`,
  },

  questionDialog: {
    heading: { handle: 'Handle the question', complete: 'Complete', unclear: 'Needs clarifying' },
    text: {
      handle: 'The answer, the reason or what you need to know',
      complete: 'What you add',
      unclear: 'What needs clarifying?',
    },
    do: {
      answer: 'Answer',
      decide: 'Decide',
      more: 'Ask whoever asks for more',
      lift: (place) => `Lift to ${place}`,
      back: 'Send back with a reason',
      merge: 'Merge with an equal question',
    },
    labels: {
      do: 'What do you do with it?',
      doError: 'Choose what you do with it.',
      textError: 'Write a text, at most 1000 characters.',
      concerns: 'An answer goes to everybody who asked. It also concerns:',
      others: 'When merging: which question is equal?',
      noOther: 'None',
    },
    send: 'Send',
    summary: (heading, title) => `${heading}: ${title}.`,
  },

  moveDialog: {
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
  },

  attendanceDialog: {
    labels: {
      heading: 'Who is at the meeting?',
      nobody: 'No person is listed for the unit.',
      save: 'Save',
      none: 'The forum has no units.',
    },
    summary: 'Tick those who are at the meeting.',
  },

  noteDialog: {
    headings: { note: 'Note', outcome: { agrees: 'Agreed', decides: 'Decision' }, action: 'Action' },
    labels: {
      heading: 'For the minutes',
      item: 'Item',
      itemError: 'Choose an item.',
      textError: 'Write a text of at most 2000 characters.',
      person: 'Responsible',
      personHint: 'Choose a person',
      personError: 'Choose who is responsible.',
      due: 'Due',
      dueError: 'Choose a date.',
      save: 'Save',
    },
    text: {
      note: 'Note',
      outcome: { agrees: 'What did you agree on?', decides: 'What was decided?' },
      action: 'What is to be done?',
    },
    summary: (heading) => `${heading} for the minutes.`,
  },

  editDialog: {
    labels: {
      hint: 'Each line becomes a paragraph.',
      none: 'There is no text to edit yet.',
      save: 'Save',
    },
    heading: (version) => `Draft, version ${version}`,
    becomes: (version) => `Saving makes it version ${version}.`,
    summary: (version) => `Edit the minutes, version ${version}.`,
  },
};
