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
  longestFigure,
  longWord,
  missed,
  participation,
  withheld,
  withinAWeek,
} from './samples.ts';

const schema = z.strictObject({ forum: text, figures: z.array(figure) });

/** So many figures have room for a trend each; of more, those that miss their target do. */
const UNFOLDED = 2;

type IndicatorsView = z.infer<typeof schema>;

const present: Card<IndicatorsView>['present'] = (view, words, space) => {
  const { indicators: say } = words;
  const missed = view.figures.filter(({ status }) => status === 'missed').length;
  return {
    summary: say.summary(view.forum, view.figures.length, missed),
    forum: view.forum,
    empty: view.figures.length === 0,
    figures: view.figures.map((each) =>
      sayFigure(each, words, space, each.status === 'missed' || view.figures.length <= UNFOLDED),
    ),
    text: { ...say.labels, ...words.figure.labels },
    buttons: { refresh: view.figures.length > 0 ? words.figuresRefresh : '' },
  };
};

export const indicators: Card<IndicatorsView> = {
  template,
  schema,
  present,
  samples: {
    ordinary: { forum, figures: [participation, withinAWeek, enrolments, missed] },
    empty: { forum, figures: [] },
    longest: { forum: `${forum} ${longWord}`, figures: Array.from({ length: 10 }, () => longestFigure) },
    hostile: { forum: hostile, figures: [hostileFigure] },
    missing: { forum, figures: [withheld, enrolmentsWithheld, absent, { ...withheld, total: 11 }] },
  },
};
