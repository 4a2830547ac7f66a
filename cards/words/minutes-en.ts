import type { Words } from './sv.ts';

export const minutesCard: Words['minutesCard'] = {
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
    changeIt: 'Should an item come back? Choose Note and then Tabled, or write “bordlägg” and why.',
    noItems: 'No items on the agenda.',
    nothing: 'Nothing.',
  },
  outcomeButton: { agrees: 'Agreed', decides: 'Decision' },
  outcome: { agreed: 'Agreed', decided: 'Decision' },
  absent: 'nobody present',
  absentOnes: (names) => `absent: ${names}`,
  substitute: (who) => `substitute: ${who}`,
  unknown: 'nobody yet',
  because: {
    standing: 'standing item',
    'not-reached': 'not reached',
    'open-action': 'open action',
    tabled: 'tabled',
    continues: 'goes on',
    'open-question': 'the question is open',
  },
  returning: (title, because, said) => `${title} (${because}${said ? `: ${said}` : ''})`,
  paragraph: (paragraph, word) => `${word} §\u00a0${paragraph}`,
  action: (number, what) => `Action ${number}: ${what}`,
  who: (who, due) => `${who}, due ${due}`,
  shortened: 'Older notes are cut here but kept in full.',
  summary: (forum, when) => `The meeting of ${forum} is on, ${when}. You write the notes.`,
};

export const noteDialog: Words['noteDialog'] = {
  headings: { note: 'Note', outcome: { agrees: 'Agreed', decides: 'Decision' }, action: 'Action' },
  labels: {
    heading: 'For the minutes',
    item: 'Item',
    itemError: 'Choose an item.',
    way: 'Write as',
    phrase: 'Begin with a phrase or a comment, if you like',
    phraseHint: 'Type to search',
    person: 'Responsible',
    personHint: 'Choose a person',
    personError: 'Choose who is responsible.',
    due: 'Due',
    dueError: 'Choose a date.',
    save: 'Save',
    adjust: 'Save and approve the item',
  },
  text: {
    note: 'Note',
    outcome: { agrees: 'What did you agree on?', decides: 'What was decided?' },
    action: 'What is to be done?',
  },
  ways: {
    note: 'Note',
    tabled: 'Tabled: the text becomes the reason',
    continues: 'Taken up again next time: the text says why',
    'as-usual': 'Take back the tabling',
  },
  summary: (heading) => `${heading} for the minutes.`,
};

export const attendanceDialog: Words['attendanceDialog'] = {
  labels: {
    heading: 'Who is at the meeting?',
    nobody: 'No person is listed for the unit.',
    save: 'Save',
    none: 'The forum has no units.',
    substituteHint: 'Name and role',
  },
  substitute: (unit) => `Substitute from ${unit}`,
  summary: 'Tick those who are at the meeting.',
};

export const situationDialog: Words['situationDialog'] = {
  labels: {
    heading: 'Situation report',
    asGiven: 'It stands on the agenda and in the minutes exactly as you write it.',
    textError: 'Write a report of at most 1500 characters.',
    save: 'Save',
  },
  label: (from) => `Short report from ${from}`,
  summary: (from, forum, when) => `Situation report from ${from} to ${forum}, ${when}.`,
};

export const commentDialog: Words['commentDialog'] = {
  labels: {
    heading: 'Comment',
    hint: 'The secretary sees it and chooses what goes into the minutes.',
    item: 'Item',
    itemError: 'Choose an item.',
    comment: 'What do you want to add?',
    textError: 'Write a comment of at most 500 characters.',
    send: 'Send',
  },
  summary: 'Comment on an item of the meeting.',
};
