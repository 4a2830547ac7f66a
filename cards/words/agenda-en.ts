import type { Words } from './sv.ts';

export const agenda: Words['agenda'] = {
  labels: {
    noItems: 'No items yet.',
    received: 'Received',
    unclear: 'Needs clarifying',
    again: 'Lift again',
  },
  answer: { agrees: 'Answer the question', decides: 'Answer or decide' },
  sayNumber: (question) => `Write "fråga ${question}" to answer.`,
  lifted: (question) => `Lifted as question ${question}`,
  inAdvance: 'good to prepare',
  wantedOf: (of, wanted) => `Wanted of ${of}: ${wanted}`,
  waitsForConsent: (givers) => `Waits for consent to ${givers}`,
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
};

export const why: Words['why'] = {
  standing: (source) => (source ? `standing item (${source})` : 'standing item'),
  carriedOver: (from, reason, said) => `carried over from ${from}: ${reason}${said ? `, ${said}` : ''}`,
  reasons: { 'not-reached': 'not reached', 'open-action': 'open action', tabled: 'tabled', continues: 'goes on' },
  proposed: (by, card) => `proposed by ${by}${card ? `, placed by the fact card ${card}` : ''}`,
  threshold: {
    below: (line) => `proposed by me: threshold of an indicator, below ${line}`,
    above: (line) => `proposed by me: threshold of an indicator, above ${line}`,
  },
  lifted: (from, since, days, forDecision) =>
    `from ${from}, lifted ${days === 0 ? 'today' : `${days === 1 ? '1 day' : `${days} days`} ago`} (${since})${forDecision ? ', for decision' : ''}`,
  handedDown: {
    answer: (from, at) => `handed down from ${from} on ${at}`,
    decision: (from, at) => `decision from ${from} on ${at}`,
    'sent-back': (from, at) => `sent back by ${from} on ${at}`,
  },
};

export const proposeDialog: Words['proposeDialog'] = {
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
};
