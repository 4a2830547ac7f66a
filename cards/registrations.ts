import { z } from 'zod';
import type { Card } from './card.ts';
import { count, link, localTime, text } from './fields.ts';
import template from './registrations.json' with { type: 'json' };
import { forum, hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  authority: text,
  left: count,
  documents: z.array(
    z.strictObject({
      meeting: text,
      forum: text,
      start: localTime,
      report: text,
      edition: count,
      dnr: text,
      hash: text,
      url: link,
      state: z.enum(['to-register', 'registered', 'replaced', 'reopened']),
    }),
  ),
  more: count,
});

type RegistrationsView = z.infer<typeof schema>;

const present: Card<RegistrationsView>['present'] = (view, words) => {
  const { registrations: say, format } = words;
  return {
    summary: say.summary(view.authority, view.left, view.documents.length),
    heading: say.heading(view.left, view.documents.length),
    authority: view.authority,
    none: view.documents.length === 0 ? say.none : '',
    rows: view.documents.map((each) => ({
      meeting: each.meeting,
      dialog: each.report === '' ? 'register' : 'register-report',
      title:
        each.report === ''
          ? say.title(each.forum, format.start(each.start))
          : say.report(each.report, each.forum, format.day(each.start)),
      dnr: each.dnr === '' ? say.unregistered : say.number(each.dnr),
      version: say.version(each.edition, say.states[each.state]),
      hash: each.hash === '' ? '' : say.hash(each.hash),
      register: { 'to-register': say.register, registered: say.change, replaced: '', reopened: '' }[each.state],
      open: say.open,
      url: each.url,
    })),
    more: view.more > 0 ? say.more(view.more) : '',
  };
};

const one = {
  meeting: meeting.meeting,
  forum,
  start: meeting.start,
  report: '',
  edition: 1,
  dnr: '',
  hash: '3f5a9c0d1e7b24688a0c6f2d9b1e5a7c3d4f60718293a4b5c6d7e8f90a1b2c3d',
  url: 'https://samarbetsyta.example/moten/motesanteckningar.docx',
  state: 'to-register' as const,
};

const report = {
  ...one,
  meeting: 'report/unit/2027-H1',
  forum: 'Enhetschefsmöte',
  start: '2027-06-10T12:00',
  report: 'Rapport till styrgruppen, första halvåret 2027',
};

const ordinary: RegistrationsView = {
  authority: 'Arbetsförmedlingen',
  left: 2,
  documents: [
    one,
    { ...report, edition: 2 },
    { ...report, dnr: 'Af-2027/0031 0001', state: 'replaced' },
    { ...one, start: '2027-03-02T13:00', dnr: 'Af-2027/0012 3456', state: 'registered' },
  ],
  more: 0,
};

export const registrations: Card<RegistrationsView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, left: 0, documents: [] },
    longest: {
      authority: `${longWord} ${long(60)}`,
      left: 40,
      documents: Array.from({ length: 6 }, () => ({
        ...one,
        forum: `${forum} ${longWord}`,
        edition: 12,
        dnr: long(60),
        state: 'registered' as const,
      })),
      more: 36,
    },
    hostile: {
      ...ordinary,
      authority: hostile,
      documents: [{ ...one, forum: hostile, dnr: hostile, hash: hostile, report: hostile }],
    },
  },
};
