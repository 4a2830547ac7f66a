/** What an indicator is, on demand: what is counted, what the agreement says of it, who reports it, what documents state. */
import { type Agreement, forumOf, forumsFollowing } from '../domain/agreement.ts';
import type { Cited, Indicator, Target } from '../domain/indicator.ts';
import { count, list, longDate, percent } from '../domain/swedish.ts';
import { heldOn, isCorrected, type SetTarget, targetHistory } from '../domain/targets.ts';
import type { AboutView } from './views/figures.ts';

const plain = (text: string) => text.toLocaleLowerCase('sv').normalize('NFC').replace(/\s+/g, ' ').trim();

/** The indicators somebody may mean: the one whose id it is, else those whose id or name has the word in it. */
export function indicatorsCalled(agreement: Agreement, said: string): Indicator[] {
  const word = plain(said);
  const exact = agreement.indicators.filter((one) => one.id === word || plain(one.name) === word);
  if (exact.length > 0 || word === '') return exact;
  return agreement.indicators.filter((one) => one.id.includes(word) || plain(one.name).includes(word));
}

/** In the document's words, so that nobody takes it for a reported figure. */
const cited = ({ period, said, sentence, source, what }: Cited): string =>
  `${what === 'target' ? 'mål' : 'utfall'} ${period === undefined ? '' : `${period} `}${said} – ”${sentence}” (${source})`;

/** Every target there is beside the one the figure is held against, oldest first, and who decided that one when. */
function targets(agreement: Agreement, indicator: Indicator, set: readonly SetTarget[], today: Temporal.PlainDate): AboutView[] {
  const history = targetHistory(indicator, set);
  const now = heldOn(history, today)?.target;
  const setter = indicator.setBy ? ` av ${forumOf(agreement, indicator.setBy.forum).called}` : '';
  return history.flatMap((target): AboutView[] => {
    const { validFrom, validTo, decidedAt, reportedAt } = target;
    const about = list([
      ...(decidedAt === undefined ? [] : [`beslutat${setter} ${longDate(decidedAt)}`]),
      ...(reportedAt === undefined ? [] : [`redovisat ${longDate(reportedAt)}`]),
    ]);
    const holds = [
      ...(validFrom === undefined ? [] : [`fr.o.m. ${longDate(validFrom)}`]),
      ...(validTo === undefined ? [] : [`t.o.m. ${longDate(validTo)}`]),
    ].join(' ');
    if (target === now) return about === '' ? [] : [{ kind: 'decided-target', text: `${about}; gäller ${holds}` }];
    if (target.takenBack) {
      const { by, at } = target.takenBack;
      const who = agreement.people.find(({ id }) => id === by)?.name ?? by;
      const back = list([...(about === '' ? [] : [about]), `återtaget ${longDate(at.slice(0, 10))} av ${who}`]);
      return [{ kind: 'taken-back-target', text: `${sayTarget(indicator, target)} ${holds} (${back})` }];
    }
    if (isCorrected(history, target))
      return [{ kind: 'earlier-target', text: `${sayTarget(indicator, target)} ${holds} (rättat: skrivet fel, gällde aldrig)` }];
    const kind = (validFrom ?? '') > today.toString() ? 'coming-target' : 'earlier-target';
    return [{ kind, text: `${sayTarget(indicator, target)} ${holds}${about === '' ? '' : ` (${about})`}`.trim() }];
  });
}

function sayTarget({ measure }: Indicator, { value, direction }: Target): string {
  if (value === undefined) return direction === 'increase' ? 'ska öka' : '';
  return `${direction === 'at-most' ? 'högst' : 'minst'} ${measure === 'count' ? count(value) : percent(value)}`;
}

export function aboutIndicator(
  agreement: Agreement,
  indicator: Indicator,
  set: readonly SetTarget[],
  today: Temporal.PlainDate,
): AboutView[] {
  const { numerator, denominator, owner, baseline, measure } = indicator;
  const value = measure === 'count' ? count : percent;
  const followed = forumsFollowing(agreement, indicator.id).map((forum) => forum.called);
  const said: AboutView[] = [
    { kind: 'counts', text: denominator === '' ? numerator : `${numerator}, av ${denominator}` },
    { kind: 'activity', text: indicator.activity },
    { kind: 'effect', text: indicator.effect },
    { kind: 'performance', text: indicator.performance },
    {
      kind: 'baseline',
      text: baseline ? `${baseline.period}: ${baseline.value === undefined ? 'ej satt' : value(baseline.value)}` : '',
    },
    ...targets(agreement, indicator, set, today),
    ...indicator.cited.map((one): AboutView => ({ kind: 'cited', text: cited(one) })),
    { kind: owner.proposed ? 'owner-proposed' : 'owner', text: owner.name },
    {
      kind: 'followed',
      text: followed.length > 0 ? list(followed) : indicator.followedUp === 'yearly' ? 'den årliga uppföljningen' : '',
    },
    { kind: 'source', text: 'source' in indicator.origin ? indicator.origin.source : '' },
  ];
  return said.filter(({ text }) => text !== '');
}
