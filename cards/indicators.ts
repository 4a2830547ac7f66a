import { z } from 'zod';
import type { Card } from './card.ts';
import { text } from './fields.ts';
import { figure, sayFigure } from './figure.ts';
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
    'cited',
    'owner',
    'owner-proposed',
    'followed',
    'source',
  ]),
  text: text.min(1),
});

const schema = z.strictObject({ forum: text, figures: z.array(figure), about: z.array(about) });

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
      sayFigure(each, words, space, each.status === 'missed' || view.figures.length <= UNFOLDED),
    ),
    about: view.about.map(({ kind, text: said }) => ({ label: `${say.about[kind]}: `, said })),
    text: { ...say.labels, ...words.figure.labels },
    buttons: { refresh: view.figures.length > 0 ? words.figuresRefresh : '' },
  };
};

export const indicators: Card<IndicatorsView> = {
  template,
  schema,
  present,
  samples: {
    ordinary: { forum, figures: [participation, withinAWeek, enrolments, missed], about: [] },
    empty: { forum, figures: [], about: [] },
    longest: {
      forum: `${forum} ${longWord}`,
      figures: Array.from({ length: 10 }, () => longestFigure),
      about: [],
    },
    hostile: { forum: hostile, figures: [hostileFigure], about: [{ kind: 'cited', text: hostile }] },
    missing: { forum, figures: [withheld, enrolmentsWithheld, absent, { ...withheld, total: 11 }], about: [] },
    one: {
      forum,
      figures: [missed],
      about: [
        { kind: 'counts', text: 'de som deltog i informationsträffen, av alla som anmälts' },
        { kind: 'effect', text: long(400) },
        { kind: 'cited', text: 'utfall 2023 50 procent – ”Resultat 2023: 50 procent.” (N 4)' },
        { kind: 'owner-proposed', text: 'Etableringscentrum' },
        { kind: 'followed', text: 'kommunhubb Intro och sektionschefsmötet' },
        { kind: 'source', text: 'N 1.7, indikator 3' },
      ],
    },
  },
};
