import { z } from 'zod';
import type { Card } from './card.ts';
import { count, link, localDate, localTime, person, text } from './fields.ts';
import template from './report.json' with { type: 'json' };
import { hostile, long, longWord, per } from './samples.ts';
import type { Words } from './words.ts';

const correction = z.strictObject({
  indicator: text,
  name: text,
  period: text,
  kind: z.enum(['corrected', 'added', 'gone']),
  numbers: z.array(z.strictObject({ sex: z.enum(['women', 'men', 'total']), was: text, now: text })),
});

const counts = z.strictObject({
  planned: count,
  held: count,
  moved: count,
  empty: count,
  drafts: count,
  outcomes: count,
  open: count,
  lifted: count,
  answered: count,
});

const field = z.enum(['deviations', 'progress', 'analysis', 'proposals']);

const changeOfYear = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), name: text, count: counts.keyof(), was: count, now: count }),
  z.strictObject({
    kind: z.literal('outcome'),
    how: z.enum(['changed', 'gone']),
    name: text,
    paragraph: count,
    start: localTime,
  }),
  z.strictObject({ kind: z.literal('question'), id: text }),
  z.strictObject({ kind: z.literal('words'), field }),
]);

const schema = z.strictObject({
  title: text,
  forum: text,
  period: text,
  edition: count,
  frozen: z.strictObject({ at: localTime, by: person }).nullable(),
  asOf: localDate,
  url: link,
  figures: z.array(
    z.strictObject({
      name: text,
      period: text,
      women: text,
      men: text,
      total: text,
      bySex: z.boolean(),
      target: text,
      notes: z.array(text),
    }),
  ),
  earlier: count,
  corrections: z.array(correction),
  forums: z.array(z.strictObject({ forum: text, name: text, counts })),
  written: z.array(field),
  mayWrite: z.boolean(),
  changedYear: z.array(changeOfYear),
  registered: z.array(z.strictObject({ authority: text, dnr: text })),
  register: text,
  mayFreeze: count,
});

type ReportView = z.infer<typeof schema>;

/** What a card has room for; the document has them all. */
const SHOWN = { full: 20, tight: 12, besideForums: 10 };

const isYear = ({ period }: ReportView): boolean => /^\d{4}$/.test(period);
const CORRECTIONS = 8;

function sayNumbers({ kind, numbers }: z.infer<typeof correction>, { report: say, format }: Words): string {
  if (kind !== 'corrected') return say[kind];
  return format.list(
    numbers.map(({ sex, was, now }) => (was === '' ? say.hiddenChange(say.sex[sex]) : say.change(say.sex[sex], was, now))),
  );
}

function sayYear(change: z.infer<typeof changeOfYear>, { report: say, format }: Words): { name: string; said: string } {
  switch (change.kind) {
    case 'count':
      return { name: change.name, said: say.change(say.counted[change.count], String(change.was), String(change.now)) };
    case 'outcome':
      return { name: `${change.name}, ${say.paragraph(change.paragraph, format.day(change.start))}`, said: say[change.how] };
    case 'words':
      return { name: format.capital(say.texts[change.field]), said: say.textChanged };
    case 'question':
      return { name: say.question(change.id), said: say.questionChanged };
  }
}

function sayWritten({ written }: ReportView, { report: say, format }: Words): string {
  const list = (of: readonly z.infer<typeof field>[]) => format.list(of.map((one) => say.texts[one]));
  const missing = field.options.filter((one) => !written.includes(one));
  return [
    ...(written.length > 0 ? [say.written(list(written))] : []),
    ...(missing.length > 0 ? [say.notWritten(list(missing))] : []),
  ].join(' ');
}

const present: Card<ReportView>['present'] = (view, words, space) => {
  const { report: say, format } = words;
  const { frozen, corrections, figures, mayFreeze } = view;
  const named = (name: string, period: string) => (period === '' ? name : `${name}, ${format.period(period)}`);
  const shown = figures.slice(0, isYear(view) ? SHOWN.besideForums : space === 'tight' ? SHOWN.tight : SHOWN.full);
  const changes = [
    ...corrections.map((one) => ({ name: named(one.name, one.period), said: sayNumbers(one, words) })),
    ...view.changedYear.map((one) => sayYear(one, words)),
  ];
  return {
    forum: view.forum,
    period: view.period,
    mayFreeze: String(mayFreeze),
    summary: say.summary(view.title, changes.length),
    heading: isYear(view) ? say.headingOfYear : say.heading,
    title: view.title,
    status:
      frozen === null
        ? say.running(format.day(view.asOf))
        : say.frozen(view.edition, format.moment(frozen.at), words.person(frozen.by.name, frozen.by.unit)),
    hasNumbers: view.registered.length > 0,
    numbers: view.registered.map(({ authority, dnr }) => ({
      said: say.number(authority, dnr === '' ? say.notRegistered : dnr),
    })),
    register: view.register === '' ? '' : say.register,
    reportId: view.register,
    correctedHeading: changes.length > 0 ? `▲ ${isYear(view) ? say.changedHeading : say.correctedHeading}` : '',
    none: frozen === null || changes.length > 0 ? '' : isYear(view) ? say.noneChanged : say.none,
    corrections: changes.slice(0, CORRECTIONS),
    moreCorrections: changes.length > CORRECTIONS ? say.moreCorrections(changes.length - CORRECTIONS) : '',
    forumsHeading: view.forums.length > 0 ? say.forumsHeading : '',
    forums: view.forums.map(({ name, counts: its }) => ({ name, said: say.forum(its) })),
    written: isYear(view) ? sayWritten(view, words) : '',
    write: view.mayWrite ? say.write : '',
    figuresHeading: shown.length > 0 ? say.figuresHeading : '',
    figures: shown.map((one) => ({
      name: named(one.name, one.period),
      numbers: one.period === '' ? say.missing : one.bySex ? say.bySex(one.women, one.men, one.total) : say.total(one.total),
      target: one.target,
      notes: space === 'tight' ? [] : one.notes.map((said) => ({ said })),
    })),
    more: figures.length > shown.length ? say.more(figures.length - shown.length) : '',
    earlier: view.earlier > 0 ? say.earlier(view.earlier) : '',
    freeze: mayFreeze === 0 ? '' : mayFreeze === 1 ? say.freeze : say.again(mayFreeze),
    freezing: mayFreeze === 0 ? '' : say.freezing,
    open: view.url === '' ? '' : say.open,
    url: view.url,
  };
};

const share = {
  name: 'Deltagande i informationsträff',
  period: '2027-05',
  women: '71,4\u00a0% (av 49)',
  men: '64,0\u00a0% (av 42)',
  total: '68,1\u00a0% (av 91)',
  bySex: true,
  target: 'Minst 70\u00a0%: ej nått',
  notes: ['Deltagande i informationsträff, maj 2027, Etableringscentrum. Påverkansfaktorer: färre tider på kvällen.'],
};

const ordinary: ReportView = {
  title: 'Rapport till styrgruppen, första halvåret 2027',
  forum: 'unit',
  period: '2027-H1',
  edition: 1,
  frozen: { at: '2027-06-10T09:12', by: per },
  asOf: '2027-06-10',
  url: 'https://samarbetsyta.example/rapport.docx',
  figures: [
    share,
    {
      ...share,
      name: 'Avslutade mot arbete',
      women: 'visas inte (färre än 5)',
      men: 'visas inte (skulle avslöja en annan uppgift)',
      total: '12',
      target: 'Följs',
      notes: [],
    },
    { ...share, name: 'Aktiva grupper', women: '–', men: '–', total: '4', bySex: false, target: 'Minst 1: nått', notes: [] },
    { ...share, name: 'Självförsörjande', period: '', women: '', men: '', total: '', target: '', notes: [] },
  ],
  earlier: 14,
  corrections: [
    {
      indicator: 'deltagande',
      name: share.name,
      period: '2027-02',
      kind: 'corrected',
      numbers: [
        { sex: 'women', was: '71,4\u00a0%', now: '85,7\u00a0%' },
        { sex: 'men', was: '', now: '' },
      ],
    },
  ],
  forums: [],
  written: [],
  mayWrite: false,
  changedYear: [],
  registered: [
    { authority: 'Arbetsförmedlingen', dnr: 'Af-2027/0031 0001' },
    { authority: 'Stockholms stad, socialnämnden', dnr: '' },
  ],
  register: 'report/unit/2027-H1',
  mayFreeze: 2,
};

const hub = {
  forum: 'hub',
  name: 'Kommunhubben',
  counts: { planned: 20, held: 18, moved: 2, empty: 3, drafts: 1, outcomes: 14, open: 4, lifted: 5, answered: 4 },
};

const year: ReportView = {
  ...ordinary,
  title: 'Årlig uppföljning av överenskommelsen som helhet, 2027',
  period: '2027',
  corrections: [],
  forums: [hub, { ...hub, forum: 'unit', name: 'Enhetschefsmöte' }],
  written: ['analysis'],
  mayWrite: true,
  changedYear: [
    { kind: 'words', field: 'analysis' },
    { kind: 'count', name: hub.name, count: 'held', was: 17, now: 18 },
    { kind: 'outcome', how: 'changed', name: hub.name, paragraph: 14, start: '2027-03-16T13:00' },
    { kind: 'question', id: '12' },
  ],
};

export const report: Card<ReportView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    year,
    running: { ...ordinary, edition: 0, frozen: null, url: '', corrections: [], registered: [], register: '', mayFreeze: 1 },
    empty: { ...ordinary, figures: [], earlier: 0, corrections: [], registered: [], register: '', mayFreeze: 0 },
    longest: {
      ...ordinary,
      title: `${ordinary.title} ${longWord}`,
      figures: Array.from({ length: 24 }, () => ({
        ...share,
        name: long(90),
        notes: [long(300)],
        women: ordinary.figures[1]!.women,
      })),
      registered: Array.from({ length: 6 }, () => ({ authority: `${longWord} ${long(60)}`, dnr: long(60) })),
      corrections: Array.from({ length: 12 }, () => ({ ...ordinary.corrections[0]!, name: `${long(60)} ${longWord}` })),
      earlier: 120,
    },
    longestYear: {
      ...year,
      forums: Array.from({ length: 8 }, () => ({ ...hub, name: long(90) })),
      figures: Array.from({ length: 24 }, () => ({ ...share, name: long(90), notes: [long(300)] })),
      changedYear: Array.from({ length: 12 }, () => ({
        kind: 'count' as const,
        name: long(90),
        count: 'empty' as const,
        was: 1,
        now: 2,
      })),
    },
    hostile: {
      ...ordinary,
      title: hostile,
      registered: [{ authority: hostile, dnr: hostile }],
      figures: [{ ...share, name: hostile, target: hostile, notes: [hostile] }],
      corrections: [{ ...ordinary.corrections[0]!, name: hostile }],
    },
  },
};
