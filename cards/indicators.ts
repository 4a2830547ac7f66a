import { z } from 'zod';
import type { Card } from './card.ts';
import { text } from './fields.ts';
import { figure, sayFigure } from './figure.ts';
import { notesElsewhere } from './figure-notes.ts';
import template from './indicators.json' with { type: 'json' };
import {
  absent,
  enrolments,
  enrolmentsWithheld,
  forum,
  hostile,
  hostileFigure,
  long,
  longestFigure,
  longWord,
  missed,
  participation,
  withheld,
  withinAWeek,
} from './samples.ts';

const about = z.strictObject({
  kind: z.enum([
    'counts',
    'activity',
    'effect',
    'performance',
    'baseline',
    'earlier-target',
    'decided-target',
    'coming-target',
    'taken-back-target',
    'cited',
    'owner',
    'owner-proposed',
    'followed',
    'source',
  ]),
  text: text.min(1),
});

const schema = z.strictObject({
  forum: text,
  figures: z.array(figure),
  about: z.array(about),
  maySet: text,
  mayNote: text,
  mayTakeBack: text,
  refreshes: z.boolean(),
});

/** So many figures have room for a trend each; of more, those that miss their target do. */
const UNFOLDED = 2;

type IndicatorsView = z.infer<typeof schema>;

const present: Card<IndicatorsView>['present'] = (view, words, space) => {
  const { indicators: say } = words;
  const isOne = view.about.length > 0;
  const missed = view.figures.filter(({ status }) => status === 'missed').length;
  return {
    summary: isOne ? `${view.figures[0]?.name ?? view.forum}.` : say.summary(view.forum, view.figures.length, missed),
    forum: view.forum,
    empty: view.figures.length === 0 && !isOne,
    figures: view.figures.map((each) =>
      sayFigure(
        each,
        words,
        space,
        each.status === 'missed' || view.figures.length <= UNFOLDED,
        space === 'tight' ? 'none' : isOne ? 'whole' : 'brief',
      ),
    ),
    notesElsewhere: notesElsewhere(view.figures, space, words),
    about: view.about.map(({ kind, text: said }) => ({ label: `${say.about[kind]}: `, said })),
    text: { ...say.labels, ...words.figure.labels },
    maySet: view.maySet,
    mayNote: view.mayNote,
    mayTakeBack: view.mayTakeBack,
    takeBack: view.mayTakeBack === '' ? '' : words.takeBackDialog.open,
    buttons: {
      set: view.maySet === '' ? '' : say.set,
      note: view.mayNote === '' ? '' : say.note,
      refresh: view.refreshes && view.figures.length > 0 ? words.figuresRefresh : '',
    },
  };
};

export const indicators: Card<IndicatorsView> = {
  template,
  schema,
  present,
  samples: {
    ordinary: {
      forum,
      figures: [participation, withinAWeek, enrolments, missed],
      about: [],
      maySet: '',
      mayNote: '',
      mayTakeBack: '',
      refreshes: true,
    },
    empty: { forum, figures: [], about: [], maySet: '', mayNote: '', mayTakeBack: '', refreshes: true },
    longest: {
      forum: `${forum} ${longWord}`,
      figures: Array.from({ length: 10 }, () => longestFigure),
      about: [],
      maySet: '',
      mayNote: '',
      mayTakeBack: '',
      refreshes: true,
    },
    hostile: {
      forum: hostile,
      figures: [hostileFigure],
      about: [{ kind: 'cited', text: hostile }],
      maySet: hostile,
      mayNote: hostile,
      mayTakeBack: hostile,
      refreshes: true,
    },
    missing: {
      forum,
      figures: [withheld, enrolmentsWithheld, absent, { ...withheld, total: 11 }],
      about: [],
      maySet: '',
      mayNote: '',
      mayTakeBack: '',
      refreshes: true,
    },
    one: {
      forum,
      figures: [missed],
      about: [
        { kind: 'counts', text: 'de som deltog i informationsträffen, av alla som anmälts' },
        { kind: 'effect', text: long(400) },
        { kind: 'cited', text: 'utfall 2023 50 procent – ”Resultat 2023: 50 procent.” (N 4)' },
        { kind: 'owner-proposed', text: 'Etableringscentrum' },
        { kind: 'followed', text: 'kommunhubb Intro och sektionschefsmötet' },
        {
          kind: 'decided-target',
          text: 'beslutat av enhetschefsmötet 12 januari 2027; gäller fr.o.m. 12 januari 2027 t.o.m. 31 december 2027',
        },
        {
          kind: 'taken-back-target',
          text: 'minst 95\u00a0% fr.o.m. 10 mars 2027 t.o.m. 31 december 2027 (återtaget 11 mars 2027 av Gunilla Hedin)',
        },
        { kind: 'source', text: 'N 1.7, indikator 3' },
      ],
      maySet: 'deltagande',
      mayNote: 'deltagande',
      mayTakeBack: 'deltagande',
      refreshes: true,
    },
  },
};
