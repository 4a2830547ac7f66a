/** A figure as people see it, of nothing but what has passed the protection. */
import { type Agreement, forumOf, unitName } from '../domain/agreement.ts';
import { type Indicator, isShare } from '../domain/indicator.ts';
import { type IndicatorNote, saysSomething } from '../domain/indicator-notes.ts';
import { type Figure, statusAgainst } from '../domain/indicators.ts';
import type { Protected, Why } from '../domain/shown-tally.ts';
import { type SetTarget, targetOn } from '../domain/targets.ts';
import type { FigureView, HiddenView } from './views/figures.ts';

const hiddenView = ({ women, men, total }: Record<keyof HiddenView, Why>): HiddenView => ({ women, men, total });

/** What people have added to the definition and the sources. */
export interface Added {
  targets: readonly SetTarget[];
  notes: readonly IndicatorNote[];
}

function targetView(agreement: Agreement, indicator: Indicator, found: ReturnType<typeof targetOn>): FigureView['target'] {
  if (!found) return null;
  const { target, expired } = found;
  const { setBy, baseline } = indicator;
  return {
    value: target.value ?? 0,
    direction: target.direction,
    validTo: target.validTo ?? null,
    expired,
    setter: setBy ? forumOf(agreement, setBy.forum).called : '',
    baseline: target.against === 'baseline' && baseline ? { period: baseline.period, value: baseline.value ?? null } : null,
  };
}

function notesView(
  agreement: Agreement,
  indicator: Indicator,
  period: string,
  notes: readonly IndicatorNote[],
): FigureView['notes'] {
  return notes
    .filter((note) => note.indicator === indicator.id && note.period === period && saysSomething(note))
    .map(({ unit, factors, analysis, direction }) => ({ unit: unitName(agreement, unit), factors, analysis, direction }))
    .toSorted((a, b) => a.unit.localeCompare(b.unit, 'sv'));
}

/** `figure` undefined: there is none to show, and `problem` says why. */
export function figureView(
  agreement: Agreement,
  indicator: Indicator,
  figure: Figure | undefined,
  today: Temporal.PlainDate,
  added: Added,
  said: {
    late: FigureView['late'];
    source: FigureView['source'];
    corrected: FigureView['corrected'];
    problem: string;
  },
): FigureView {
  const found = targetOn(indicator, added.targets, today);
  const view: Omit<FigureView, keyof Protected> = {
    indicator: indicator.id,
    name: indicator.name,
    measure: isShare(indicator) ? 'share' : 'count',
    period: figure?.period ?? '',
    women: figure?.women ?? null,
    men: figure?.men ?? null,
    total: figure?.total ?? null,
    unsplit: (indicator.bySex && figure?.unsplit) || null,
    bySex: indicator.bySex,
    womenBase: figure?.womenBase ?? null,
    menBase: figure?.menBase ?? null,
    totalBase: figure?.totalBase ?? null,
    hidden: figure?.hidden ?? { women: '', men: '', total: '', unsplit: '' },
    hiddenBelow: agreement.disclosureThreshold,
    few: figure?.few ?? false,
    target: targetView(agreement, indicator, found),
    status: figure ? statusAgainst(indicator, found, figure) : 'unknown',
    change: figure?.change ?? null,
    trend: figure?.trend ?? [],
    late: said.late,
    caveat: indicator.caveat,
    partsAre: indicator.partsAre,
    source: figure ? said.source : null,
    corrected: figure ? said.corrected : '',
    perUnit: (figure?.perUnit ?? []).map(({ unit, women, men, total, hidden }) => {
      return { unit, women, men, total, hidden: hiddenView(hidden) };
    }),
    notes: figure ? notesView(agreement, indicator, figure.period, added.notes) : [],
    problem: said.problem,
  };
  return view as FigureView;
}
