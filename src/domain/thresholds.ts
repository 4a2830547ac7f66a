/** A figure beyond the line its definition draws proposes an item on the next agenda, once for each forum and period (ours). */
import type { Origin } from './agreement.ts';
import { type Indicator, isShare } from './indicator.ts';
import type { Item, Meeting } from './meeting.ts';
import { ownText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';
import { count, list, longDate, percent, periodName } from './swedish.ts';

type Amount = 'women' | 'men' | 'total';
type Amounts = Record<Amount, number | null>;

export interface Crossing {
  side: 'below' | 'above';
  line: number;
  /** Which of the numbers lie beyond it. */
  of: Amount[];
}

/** Only what is shown can cross the line, so that an agenda item gives nothing away. */
export function crossing({ threshold }: Pick<Indicator, 'threshold'>, shown: Amounts): Crossing | undefined {
  const beyond = (side: Crossing['side'], line: number | undefined): Crossing[] => {
    if (line === undefined) return [];
    const of = (['women', 'men', 'total'] as const).filter((amount) => {
      const value = shown[amount];
      return value !== null && (side === 'below' ? value < line : value > line);
    });
    return of.length > 0 ? [{ side, line, of }] : [];
  };
  return [...beyond('below', threshold?.below), ...beyond('above', threshold?.above)][0];
}

const CALLED: Record<Amount, string> = { women: 'kvinnor', men: 'män', total: 'totalt' };
/** Ours: what is talked about, not how long it takes. */
const MINUTES = 10;

const fromOrigin = (origin: Origin): string => ('source' in origin ? origin.source : `vårt val: ${origin.choice}`);

/** The item: which numbers of which period lie beyond which line, as they stood on `today`. */
export function beyondItem(
  indicator: Indicator,
  period: string,
  shown: Amounts,
  { side, line, of }: Crossing,
  today: Temporal.PlainDate,
): Item {
  const said = (value: number) => (isShare(indicator) ? percent(value) : count(value));
  const numbers = list(of.map((amount) => `${CALLED[amount]} ${said(shown[amount]!)}`));
  const origin = fromOrigin(indicator.threshold!.origin);
  return {
    id: beyondId(indicator.id, period),
    title: ownText(`Gränsvärde: ${indicator.name}`),
    background: ownText(
      `Siffran för ${periodName(period)} var ${numbers} den ${longDate(today.toString())}. Gränsen är ${said(line)} (${origin}).`,
    ),
    minutes: MINUTES,
    kind: 'discussion',
    why: { kind: 'threshold', indicator: indicator.id, period, side, line },
    late: false,
    indicators: [],
  };
}

const PREFIX = 'beyond';
const beyondId = (indicator: string, period: string): string => `${PREFIX}/${indicator}/${period}`;

/** True when the agenda has an item for the indicator already, also one that was carried over. */
export const hasBeyond = (meeting: Meeting, indicator: string): boolean =>
  meeting.items.some(({ id }) => id.startsWith(`${PREFIX}/${indicator}/`));

export const isBeyond = (meeting: Meeting, id: string): boolean =>
  meeting.items.some((item) => item.id === id && item.why.kind === 'threshold');

/** Takes it off again before the agenda goes out; whose right it is, `rights.ts` says. */
export function withoutBeyond(meeting: Meeting, id: string): Result<Meeting, 'no-such-item' | 'published'> {
  if (!isBeyond(meeting, id)) return no('no-such-item');
  if (meeting.stage.name !== 'planned' && meeting.stage.name !== 'open') return no('published');
  return yes({ ...meeting, items: meeting.items.filter((one) => one.id !== id) });
}
