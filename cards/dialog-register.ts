import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-register.json' with { type: 'json' };
import { count, localTime, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  report: z.strictObject({ title: text, edition: count }).nullable(),
  forum: text,
  start: localTime,
  authorities: z.array(z.strictObject({ id: text, name: text, dnr: text, main: text })),
  error: text,
});

type RegisterDialogView = z.infer<typeof schema>;

/** Sends back one `dnr_<id>` per authority. */
const present: Card<RegisterDialogView>['present'] = (view, { registerDialog: say, format }) => {
  const { report, forum } = view;
  const when = format.start(view.start);
  return {
    dialog: report ? 'register-report' : 'register',
    edition: report ? String(report.edition) : '',
    summary: report ? say.summaryOfReport(report.title) : say.summary(forum, when),
    meeting: view.meeting,
    heading: say.labels.heading,
    where: report ? say.ofReport(report.title, report.edition) : `${forum} · ${when}`,
    authorities: view.authorities.map(({ id, name, dnr, main }) => ({ id, name, dnr, main: main === '' ? '' : say.main(main) })),
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    text: say.labels,
  };
};

const ordinary: RegisterDialogView = {
  meeting: meeting.meeting,
  report: null,
  forum: meeting.forum,
  start: meeting.start,
  authorities: [
    { id: 'af', name: 'Arbetsförmedlingen', dnr: 'AF-2027/0012 3456', main: 'AF-2024/0012 3456' },
    { id: 'stad', name: 'Stockholms stad, socialnämnden', dnr: '', main: '' },
  ],
  error: '',
};

export const dialogRegister: Card<RegisterDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    report: {
      ...ordinary,
      meeting: 'report/unit/2027-H1',
      report: { title: 'Rapport till styrgruppen, första halvåret 2027', edition: 2 },
    },
    empty: { ...ordinary, authorities: [] },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      authorities: Array.from({ length: 8 }, (_, n) => ({
        id: `a${n}`,
        name: `${longWord} ${long(60)}`,
        dnr: long(60),
        main: long(60),
      })),
      error: long(200),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      report: { title: hostile, edition: 1 },
      forum: hostile,
      authorities: [{ id: 'a', name: hostile, dnr: hostile, main: hostile }],
      error: hostile,
    },
  },
};
