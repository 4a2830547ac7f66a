import { z } from 'zod';
import template from './approval.json' with { type: 'json' };
import type { Card } from './card.ts';
import { draftComment, sayDraftComments } from './comment.ts';
import { count, link, localDate, localTime, paragraphs, text } from './fields.ts';
import { hostile, long, longWord, meeting, sara } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  state: z.enum(['draft', 'approved', 'filed']),
  version: count,
  hash: text,
  due: localDate,
  facts: z.array(z.strictObject({ label: text, value: text })),
  attendance: z.array(z.strictObject({ unit: text, present: text, note: text })),
  items: z.array(
    z.strictObject({
      number: text,
      title: text,
      why: text,
      paragraphs: z.array(text),
      outcomes: z.array(z.strictObject({ paragraph: text, word: text, text })),
      figures: z.array(z.strictObject({ indicator: text, women: text, men: text, total: text, target: text, source: text })),
    }),
  ),
  actions: z.array(z.strictObject({ number: text, what: text, who: text, due: text, status: text })),
  closing: z.array(text),
  authorities: z.array(text),
  approved: z.strictObject({ by: text, at: localTime }).nullable(),
  reopened: text,
  registered: z.array(z.strictObject({ authority: text, dnr: text })),
  mayRegister: z.boolean(),
  url: link,
  mayApprove: z.boolean(),
  mayAdjust: z.boolean(),
  comments: z.array(draftComment),
  commentCount: count,
  long: z.boolean(),
  notice: text,
});

type ApprovalView = z.infer<typeof schema>;

const badges = {
  waiting: { style: 'Warning', icon: 'Clock' },
  draft: { style: 'Subtle', icon: 'Edit' },
  approved: { style: 'Good', icon: 'CheckmarkCircle' },
  filed: { style: 'Good', icon: 'CheckmarkCircle' },
  registered: { style: 'Good', icon: 'Archive' },
};

/**
 * Shows exactly the text that an approval binds to. When it is too long for a card it is not shown in part with a button
 * below: it is read page by page in a dialog, and approved from the last page.
 */
const present: Card<ApprovalView>['present'] = (view, words, space) => {
  const { approval: say, format } = words;
  const tight = space === 'tight' || view.long;
  const mayAct = view.state === 'draft' && view.mayApprove;
  const mayApprove = mayAct && !tight;
  const registered = view.registered.length > 0 && view.registered.every(({ dnr }) => dnr !== '');
  const state = mayAct ? 'waiting' : registered ? 'registered' : view.state;
  return {
    summary: say.summaries[view.state](view.forum, format.day(view.start)),
    meeting: view.meeting,
    versionNumber: view.version,
    hash: view.hash,
    commentCount: view.commentCount,
    forum: view.forum,
    when: format.capital(format.start(view.start)),
    badge: { ...badges[state], text: say.states[state] },
    version:
      view.state !== 'draft'
        ? ''
        : view.reopened === ''
          ? say.version(view.version, format.day(view.due))
          : say.reopened(view.version, view.reopened),
    approved: view.approved ? `✔ ${words.approvedBy(view.approved.by, format.moment(view.approved.at))}` : '',
    notice: view.notice === '' ? '' : `⚠ ${view.notice}`,
    unfit: tight
      ? `⚠ ${mayAct ? say.labels.readFirst : view.url === '' || view.state === 'draft' ? say.labels.readElsewhere : say.labels.readFile}`
      : '',
    hasNumbers: view.registered.length > 0,
    numbers: view.registered.map(({ authority, dnr }) => ({
      authority: say.numberAt(authority),
      dnr: dnr === '' ? say.notRegistered : dnr,
    })),
    hasFacts: view.facts.length > 0,
    facts: view.facts,
    hasAttendance: view.attendance.length > 0,
    attendance: view.attendance,
    items: view.items.map((item) => ({
      number: `${item.number}.`,
      title: item.title,
      why: item.why,
      paragraphs: tight ? [] : item.paragraphs.flatMap(paragraphs),
      outcomes: tight ? [] : item.outcomes,
      figures: tight ? [] : item.figures.map((each) => ({ ...each, source: each.source === '' ? '' : say.source(each.source) })),
    })),
    hasActions: !tight && view.actions.length > 0,
    actions: view.actions.map(({ number, what, who, due, status }) => ({
      number: `${number}.`,
      what,
      who: [who, ...(due === '' ? [] : [say.due(due)]), status].filter(Boolean).join(' · '),
    })),
    hasClosing: view.closing.length > 0,
    closing: view.closing.flatMap(paragraphs),
    hasComments: view.comments.length > 0,
    comments: tight
      ? view.comments.length > 0
        ? [{ who: words.commentCount(view.comments.length), said: '' }]
        : []
      : sayDraftComments(view.comments, words),
    commentsAre: mayAct ? words.draftComments.weigh : words.draftComments.outside,
    commentsHeading: words.draftComments.heading,
    record: !mayApprove ? '' : view.authorities.length > 0 ? say.record(format.list(view.authorities)) : say.recordNoList,
    text: say.labels,
    figureText: words.figure.labels,
    buttons: {
      approve: mayApprove ? say.labels.approve : '',
      read:
        mayAct && tight ? say.labels.readAndApprove : tight && (view.url === '' || view.state === 'draft') ? say.labels.read : '',
      edit: mayAct ? say.labels.edit : '',
      adjust: mayAct && view.mayAdjust ? say.labels.adjust : '',
      comment: view.state === 'draft' && !view.mayApprove && view.items.length > 0 ? words.commentItem : '',
      reopen: view.state === 'filed' && view.mayApprove ? say.labels.reopen : '',
      register: view.mayRegister ? (registered ? say.labels.changeNumbers : say.labels.register) : '',
      open: view.url === '' ? '' : view.state === 'draft' ? say.labels.openDraft : words.minutesOpen,
    },
    url: view.url,
  };
};

const ordinary: ApprovalView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  state: 'draft',
  version: 3,
  hash: '9f2c7a51e0b84d36',
  due: '2027-03-30',
  facts: [
    { label: 'Datum och tid', value: 'tisdag 16 mars 2027 kl. 13.00–14.00 (v. 11)' },
    { label: 'Plats', value: 'Teams' },
    { label: 'Diarienummer', value: 'AF-2024/0012 3456, ej angivet för Intro Stockholm' },
    { label: 'Sekreterare', value: 'Sara Nyström, AF Järva' },
    { label: 'Överenskommelse', value: 'Lokal överenskommelse, bilaga nyanlända' },
  ],
  attendance: [
    { unit: 'AF Järva', present: 'Sara Nyström och Lina Berg', note: '' },
    { unit: 'AF City/Vällingby', present: 'Eva Lund', note: '' },
    { unit: 'Intro Stockholm', present: 'Ingen', note: 'Verksamheten hade ingen representant på mötet' },
  ],
  items: [
    {
      number: '1',
      title: 'Hur inskrivningarna har fungerat',
      why: 'Stående punkt (N 1.8)',
      paragraphs: ['Tiderna räcker. Fredagarna är inte fyllda.'],
      outcomes: [],
      figures: [
        {
          indicator: 'Deltagande i informationsträff, februari 2027',
          women: '72 % (av 50)',
          men: '68,4 % (av 38)',
          total: '70,3 % (av 88)',
          target: 'Minst 70 %: nått',
          source: 'Statistik Etableringscentrum, ändrad 12 mars 2027 kl. 09.12, läst 16 mars 2027 kl. 14.01',
        },
      ],
    },
    {
      number: '2',
      title: 'Uteblivna besök',
      why: 'Förd över från 2 mars 2027: hanns inte med',
      paragraphs: ['Flera besök faller bort när tolken uteblir.', 'Intro Stockholm ser samma sak.'],
      outcomes: [{ paragraph: '§ 14', word: 'Överenskommet', text: 'Vi prövar fredagstider från maj.' }],
      figures: [],
    },
  ],
  actions: [{ number: '3', what: 'Boka lokal', who: 'Per Holm, Intro Stockholm', due: '9 april 2027', status: 'Öppen' }],
  closing: ['Nästa möte: tisdag 30 mars 2027 kl. 13.00–14.00 (v. 13). Sekreterare: Per Holm, Intro Stockholm.'],
  authorities: ['Arbetsförmedlingen', 'Stockholms stad, socialnämnden'],
  approved: null,
  reopened: '',
  registered: [],
  mayRegister: false,
  url: '',
  mayApprove: true,
  mayAdjust: true,
  comments: [],
  commentCount: 0,
  long: false,
  notice: '',
};

const numbers = (dnrs: string[]) => ordinary.authorities.map((authority, n) => ({ authority, dnr: dnrs[n] ?? '' }));
const commented = [
  { place: 1, item: 2, by: 'Per Holm', text: 'Det gäller också hos oss.' },
  { place: 2, item: 1, by: 'Eva Lund', text: 'Fredagarna fylls från april.' },
];
const approved = { by: sara.name, at: '2027-03-24T10:12' };
const everything: ApprovalView = {
  ...ordinary,
  forum: `${meeting.forum} ${longWord}`,
  items: Array.from({ length: 15 }, (_, index) => ({
    ...ordinary.items[0]!,
    number: String(index + 1),
    title: `${longWord} ${long(59)}`,
    paragraphs: Array.from({ length: 3 }, () => long(2000)),
    outcomes: [{ paragraph: '§ 114', word: 'Beslut', text: long(2000) }],
  })),
  actions: Array.from({ length: 20 }, () => ({ ...ordinary.actions[0]!, number: '104', what: long(400) })),
  comments: Array.from({ length: 40 }, (_, place) => ({ place, item: 15, by: longWord, text: long(500) })),
  commentCount: 40,
  long: true,
  notice: long(300),
};

export const approval: Card<ApprovalView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, facts: [], attendance: [], items: [], actions: [], closing: [], authorities: [] },
    longest: everything,
    'longest filed': { ...everything, state: 'filed', approved, url: 'https://samarbetsyta.example/motesanteckningar.docx' },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      hash: hostile,
      facts: [{ label: hostile, value: hostile }],
      attendance: [{ unit: hostile, present: hostile, note: hostile }],
      items: [
        {
          number: '1',
          title: hostile,
          why: hostile,
          paragraphs: [hostile],
          outcomes: [{ paragraph: '§ 1', word: hostile, text: hostile }],
          figures: [{ indicator: hostile, women: hostile, men: '1', total: '2', target: hostile, source: hostile }],
        },
      ],
      actions: [{ number: '1', what: hostile, who: hostile, due: hostile, status: hostile }],
      closing: [hostile],
      authorities: [hostile],
      approved: { by: hostile, at: approved.at },
      comments: [{ place: 0, item: 1, by: hostile, text: hostile }],
      notice: hostile,
    },
    commented: { ...ordinary, comments: commented, commentCount: 3 },
    'commented for members': { ...ordinary, comments: commented, commentCount: 3, mayApprove: false },
    approved: { ...ordinary, state: 'approved', approved, notice: 'Filen väntar på att sparas: samarbetsytan svarar inte.' },
    filed: {
      ...ordinary,
      state: 'filed',
      approved,
      registered: numbers(['AF-2027/0012 3456', '']),
      mayRegister: true,
      url: 'https://samarbetsyta.example/motesanteckningar.docx',
    },
    registered: {
      ...ordinary,
      state: 'filed',
      approved,
      registered: numbers(['AF-2027/0012 3456', 'SN 2027/118']),
      mayRegister: true,
      url: 'https://samarbetsyta.example/motesanteckningar.docx',
    },
    'with a document': { ...ordinary, url: 'https://samarbetsyta.example/utkast.docx' },
    'for members': { ...ordinary, mayApprove: false },
  },
};
