import type { Words } from './sv.ts';

export const figure: Words['figure'] = {
  labels: { women: 'Women', men: 'Men', total: 'Total', unit: 'Unit', period: 'Period', openSource: 'Open the file' },
  missing: 'not available',
  hidden: 'not shown',
  hiddenTold: (why) => `not shown (${why})`,
  hiddenWhy: {
    few: (below) => `fewer than ${below}`,
    reveals: () => 'would reveal another figure',
    blurred: () => 'few people',
  },
  hiddenOr: (whys) => whys.join(' or '),
  hiddenKey: (whys) => `Not shown: ${whys}.`,
  of: (base) => `of ${base}`,
  bySex: (women, men, total) => `women ${women}, men ${men}, total ${total}`,
  notesElsewhere: 'Units have written about the figure. Write "varför" and its name to read.',
  unitsElsewhere: 'There is no room for the figures per unit here. They are in the file.',
  few: 'Few observations: read the share with care.',
  status: { reached: 'Target met', missed: 'Target not met', follow: 'Followed', unknown: 'Cannot be judged' },
  target: {
    'at-least': (value) => `Target: at least ${value}.`,
    'at-most': (value) => `Target: at most ${value}.`,
    increase: () => 'Target: an increase.',
    follow: () => 'No target value: the development is followed.',
  },
  noTarget: 'No target is set.',
  expired: (until) => `It held through ${until}, no new target is set.`,
  setter: (forum) => `${forum} sets the new target.`,
  sinceBaseline: (period, value) =>
    value
      ? `Target: an increase from the baseline of ${period}, ${value}.`
      : `Target: an increase. The baseline for ${period} is not yet set.`,
  unsplitHidden: (withheld) => `The number without known sex: ${withheld}.`,
  unsplit: (value) => `Sex is not known for ${value}; they count in the total.`,
  changeSince: (parts, period) => `${parts} since ${period}.`,
  changeInTotal: (change) => `total ${change}`,
  changeBySex: (women, men) => `women ${women}, men ${men}`,
  late: (period, from) => `No figure for ${period} from ${from}.`,
  askedFor: (day) => `Asked for on ${day}.`,
  notAskedFor: (from) => (from === '' ? 'It has not been asked for yet.' : `It has not been asked for yet from ${from}.`),
  note: { factors: 'Influencing factors', analysis: 'Analysis', direction: 'Direction' },
  changeBrief: (change, period) => `Total ${change} since ${period}`,
  others: (count) => (count === 1 ? 'one more' : `${count} more`),
  latest: (period) => `This one is for ${period}.`,
  goal: 'Target',
  trend: (isShare) => `The latest periods${isShare ? ' (percent)' : ''}`,
  source: (name, changed, read) => `Source: ${name}, changed ${changed}, read ${read}.`,
  corrected: (at) => `Corrected ${at}; the earlier figure is kept.`,
};

export const indicators: Words['indicators'] = {
  labels: { heading: 'Indicators', none: 'No indicators are followed here.' },
  about: {
    counts: 'Counts',
    activity: 'Activity',
    effect: 'Effect',
    performance: 'Contribution',
    baseline: 'Baseline',
    'decided-target': 'The target',
    'coming-target': 'Coming target',
    'taken-back-target': 'Target taken back',
    'earlier-target': 'Earlier target',
    cited: 'Cited',
    owner: 'Reported by',
    'owner-proposed': 'Reported by (proposal, to be confirmed)',
    followed: 'Followed up in',
    source: 'Source',
  },
  set: 'Set a target',
  note: 'Write why',
  summary: (forum, count, missed) =>
    count === 0
      ? `No indicators are followed in ${forum}.`
      : `${count} indicators in ${forum}, ${missed === 0 ? 'no target is missed' : `${missed} below target`}.`,
};
