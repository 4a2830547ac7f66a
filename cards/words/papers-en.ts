import type { Words } from './sv.ts';

export const readDialog: Words['readDialog'] = {
  labels: { back: 'Previous', next: 'Next page', approve: 'Approve', adjust: 'Approve this item now' },
  page: (page, pages) => `Page ${page} of ${pages}`,
  record: (authorities) => `When you approve, the minutes become a public record at the authorities taking part: ${authorities}.`,
  recordItem:
    'When you approve, an extract with the item is filed and becomes a public record at the authorities taking part. The item can no longer be changed in the draft.',
  recordNoList: 'When you approve, the minutes become a public record at the authorities taking part.',
  summary: (forum, when) => `The minutes of ${forum} ${when}, page by page.`,
};

export const adjustDialog: Words['adjustDialog'] = {
  labels: {
    heading: 'Approve one item now',
    about:
      'Approve one item at once when somebody has to begin before the minutes are approved. You read the item first; after that it cannot be changed in the draft.',
    item: 'Item',
    itemError: 'Choose an item.',
    none: 'No item can be approved now: nothing is written under them, or they are approved already.',
    read: 'Read the item',
  },
  summary: (forum, when) => `Approve one item of the minutes of ${forum} ${when} now.`,
};

export const draftComments: Words['draftComments'] = {
  heading: 'Comments on the draft',
  from: (item, by) => `Item ${item}, ${by}: `,
  weigh: 'The comments are not part of the minutes. Take them in with Edit, or approve without them.',
  outside: 'The comments are not part of the minutes. The secretary chooses what is taken in.',
  take: 'Take in comments, last under their items',
  read: 'Read the draft',
};

export const registerDialog: Words['registerDialog'] = {
  labels: {
    heading: 'Registration numbers',
    keeps:
      'Each authority registers the document in its own records. Write the number here; it is shown on the card and beside the file.',
    save: 'Save',
  },
  main: (dnr) => `The agreement has ${dnr}`,
  summary: (forum, when) => `Registration numbers for the minutes of ${forum} ${when}.`,
  ofReport: (title, edition) => `${title} · version ${edition}`,
  summaryOfReport: (title) => `Registration numbers: ${title}.`,
};
