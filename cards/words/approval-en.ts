import type { Words } from './sv.ts';

export const approval: Words['approval'] = {
  labels: {
    heading: 'Minutes',
    attendance: 'Attendance',
    actions: 'Actions',
    approve: 'Approve',
    edit: 'Edit',
    adjust: 'Approve one item',
    reopen: 'Open again',
    openDraft: 'Open the draft',
    readFirst: 'The minutes are too long for the card. Read all of the text page by page; you approve on the last page.',
    readElsewhere: 'The minutes are too long for the card. Read all of the text page by page.',
    readFile: 'The minutes are too long for the card. All of the text is on the samarbetsyta.',
    readAndApprove: 'Read and approve',
    read: 'Read all',
    register: 'Registration numbers',
    changeNumbers: 'Change registration numbers',
  },
  states: { draft: 'Draft', waiting: 'Waiting for you', approved: 'Approved', filed: 'Approved', registered: 'Registered' },
  numberAt: (authority) => `Registration number of these minutes, ${authority}`,
  notRegistered: 'none yet',
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
};

export const editDialog: Words['editDialog'] = {
  labels: {
    hint: 'Each line becomes a paragraph.',
    none: 'There is no text to edit yet.',
    theirs: 'What the other wrote',
    emptied: '(The text was removed.)',
    both: 'Both texts',
    mine: 'My text',
    others: 'The other’s text',
    save: 'Save',
  },
  keep: (label) => `Which holds? ${label}`,
  heading: (version) => `Draft, version ${version}`,
  becomes: (version) => `Saving makes it version ${version}.`,
  summary: (version) => `Edit the minutes, version ${version}.`,
};

export const reopenDialog: Words['reopenDialog'] = {
  labels: {
    keeps:
      'What lies on the samarbetsyta stays. When you approve again a new version is put beside it, with the reason and what is changed.',
    reason: 'What has to be put right, and why?',
    reasonError: 'Say what has to be put right.',
    open: 'Open again',
  },
  heading: (edition) => `Version ${edition} of the minutes`,
  summary: (forum, when) => `Open the minutes of ${forum} again, ${when}.`,
};
