import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-read.json' with { type: 'json' };
import { count, localTime, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  version: count,
  hash: text,
  comments: count,
  item: text,
  page: count,
  pages: count,
  blocks: z.array(z.strictObject({ kind: z.enum(['heading', 'text']), text })),
  mayApprove: z.boolean(),
  authorities: z.array(text),
});

type ReadDialogView = z.infer<typeof schema>;

/** Minutes that are too long for a card, page by page; only the last page has the button that approves. */
const present: Card<ReadDialogView>['present'] = (view, { readDialog: say, approval, format }) => {
  const when = format.start(view.start);
  const last = view.page >= view.pages;
  const mayApprove = last && view.mayApprove;
  return {
    summary: say.summary(view.forum, when),
    meeting: view.meeting,
    versionNumber: view.version,
    hash: view.hash,
    comments: view.comments,
    item: view.item,
    page: view.page,
    heading: approval.labels.heading,
    where: `${view.forum} · ${when}`,
    pageOf: say.page(view.page, view.pages),
    blocks: view.blocks.map(({ kind, text }) => ({ heading: kind === 'heading' ? text : '', text: kind === 'text' ? text : '' })),
    record: !mayApprove
      ? ''
      : view.item !== ''
        ? say.recordItem
        : view.authorities.length > 0
          ? say.record(format.list(view.authorities))
          : say.recordNoList,
    buttons: {
      next: last ? '' : say.labels.next,
      approve: !mayApprove ? '' : view.item === '' ? say.labels.approve : say.labels.adjust,
      back: view.page > 1 ? say.labels.back : '',
    },
  };
};

const ordinary: ReadDialogView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  version: 3,
  hash: '9f2c7a51e0b84d36',
  comments: 0,
  item: '',
  page: 2,
  pages: 3,
  blocks: [
    { kind: 'heading', text: '2. Uteblivna besök' },
    { kind: 'text', text: 'Flera besök faller bort när tolken uteblir.' },
    { kind: 'text', text: '§ 14 Överenskommet: Vi prövar fredagstider från maj.' },
  ],
  mayApprove: true,
  authorities: ['Arbetsförmedlingen', 'Stockholms stad, socialnämnden'],
};

export const dialogRead: Card<ReadDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    first: { ...ordinary, page: 1 },
    last: { ...ordinary, page: 3 },
    'one item': { ...ordinary, page: 1, pages: 1, item: 'uteblivna' },
    'last for members': { ...ordinary, page: 3, mayApprove: false },
    empty: { ...ordinary, page: 1, pages: 1, blocks: [], authorities: [] },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      blocks: [
        { kind: 'heading', text: `${longWord} ${long(59)}` },
        ...['a', 'b'].map(() => ({ kind: 'text' as const, text: long(1500) })),
      ],
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      hash: hostile,
      blocks: [
        { kind: 'heading', text: hostile },
        { kind: 'text', text: hostile },
      ],
      authorities: [hostile],
    },
  },
};
