/**
 * Those who owe figures that are late are asked before the agenda goes out, each on one card with everything that is missing
 * from them, and reminded once. The card follows what comes in; nobody is asked for what is there already.
 */
import { forumOf, unitName } from '../domain/agreement.ts';
import { workingDaysFrom } from '../domain/calendar.ts';
import { askedNow, figureAsks, type MissingFigure, stillMissing } from '../domain/figure-asks.ts';
import type { Late } from '../domain/indicators.ts';
import { type Meeting, reachedStage, zoned } from '../domain/meeting.ts';
import { PUBLISHED_BEFORE } from '../domain/steps.ts';
import { list, longDate, periodName, weekday } from '../domain/swedish.ts';
import type { Change, View } from '../ports.ts';
import { type FigureMap, personById } from './agenda-view.ts';
import { type AskedFigures, askedFigures, askedName } from './asked-figures.ts';
import { message, postCard, updateCard, view } from './cards.ts';
import { showAgenda } from './meeting-cards.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';
import type { FiguresAskView } from './views/figure-forms.ts';

export const figuresAskKey = (meeting: string, person: string): string => `figures-asked/${meeting}/${person || 'channel'}`;

const lateIn = (figures: FigureMap): Map<string, Late> =>
  new Map([...figures].flatMap(([id, { late }]) => (late ? [[id, late] as const] : [])));

async function tell(product: Product, change: Change, { forum, start }: Meeting, person: string, key: string, shown: View) {
  if (person === '') await postCard(change, { forum }, key, shown);
  else await nudge(product, change, { forum, person, before: start }, key, shown);
}

/** Whether the person fills the figure in on the card: it is kept in a list, and their own unit's. */
const fillsIn = ({ agreement }: Product, { person, one }: { person: string; one: MissingFigure }): boolean => {
  const indicator = agreement.indicators.find(({ id }) => id === one.indicator);
  const unit = agreement.people.find(({ id }) => id === person)?.unit ?? '';
  return !one.standIn && indicator?.source.kind === 'list' && indicator.owner.units.includes(unit);
};

/** `filled` is the form that has just been sent in, as it was typed; `sent` that its figure is on its way. */
export function askView(
  product: Product,
  meeting: Meeting,
  { person, missing }: AskedFigures,
  figures: FigureMap,
  filled?: { indicator: string; typed: Record<string, string>; error: string; sent: boolean },
): FiguresAskView {
  const { agreement } = product;
  const now = stillMissing(missing, lateIn(figures)).filter((one) => !(filled?.sent && one.indicator === filled.indicator));
  const named = (id: string) => agreement.indicators.find((one) => one.id === id)?.name ?? id;
  const own = personById(product, person);
  const forms = now.filter((one) => fillsIn(product, { person, one }));
  const typed = (one: MissingFigure, field: string) => (filled?.indicator === one.indicator ? (filled.typed[field] ?? '') : '');
  return {
    meeting: meeting.id,
    forum: forumOf(agreement, meeting.forum).name,
    start: meeting.start,
    publishes: workingDaysFrom(zoned(meeting.start).toPlainDate(), -PUBLISHED_BEFORE).toString(),
    forms: forms.map((one) => ({
      indicator: one.indicator,
      name: named(one.indicator),
      unit: own ? unitName(agreement, own.unit) : '',
      period: one.period,
      women: typed(one, 'women'),
      men: typed(one, 'men'),
      absent: typed(one, 'absent'),
      causeKnown: typed(one, 'causeKnown'),
      error: filled?.indicator === one.indicator ? filled.error : '',
    })),
    elsewhere: now
      .filter((one) => !forms.includes(one))
      .map((one) => ({
        name: named(one.indicator),
        period: one.period,
        from: one.from,
        standIn: one.standIn,
        place: figures.get(one.indicator)?.late?.place ?? { name: '', sheet: '', url: '' },
      })),
    came: missing.filter((one) => now.every(({ indicator }) => indicator !== one.indicator)).map((one) => named(one.indicator)),
  };
}

const show = (product: Product, meeting: Meeting, asked: AskedFigures, figures: FigureMap) =>
  view('figures-ask', askView(product, meeting, asked, figures));

interface Asked extends AskedFigures {
  /** What has been asked for just now, of somebody who had a card already. */
  fresh: MissingFigure[];
}

/** Asks everybody who owes something they have not been asked for. @returns everybody who has been asked by now. */
async function askNew(product: Product, change: Change, meeting: Meeting, figures: FigureMap): Promise<Asked[]> {
  const today = product.clock.now().toPlainDate();
  const known = await askedFigures(change, meeting.id);
  const asks = figureAsks(product.agreement, forumOf(product.agreement, meeting.forum), lateIn(figures), today);
  const all = known.map((one): Asked => {
    const due = asks.find(({ person = '' }) => person === one.person)?.missing ?? [];
    return { ...one, ...askedNow(one.missing, due, today) };
  });
  const added = asks
    .filter(({ person = '' }) => known.every((one) => one.person !== person))
    .map(({ person = '', missing }): Asked => {
      return { person, day: today.toString(), missing: askedNow([], missing, today).missing, fresh: [] };
    });
  const grown = all.filter(({ fresh }) => fresh.length > 0);
  if (grown.length + added.length === 0) return all;
  await keep(change, meeting, [...all, ...added], figures);
  for (const one of grown)
    await updateCard(change, figuresAskKey(meeting.id, one.person), `more/${today}`, show(product, meeting, one, figures));
  for (const one of added)
    await tell(product, change, meeting, one.person, figuresAskKey(meeting.id, one.person), show(product, meeting, one, figures));
  // What the agenda says of those who have not reported follows.
  if (LIVE.includes(meeting.stage.name)) await showAgenda(product, change, meeting, figures, `asked/${today}`);
  return [...all, ...added];
}

const LIVE: readonly Meeting['stage']['name'][] = ['open', 'published'];

/** Once a meeting begins it is too late; before that, late rather than never. */
export async function askForFigures(product: Product, change: Change, meeting: Meeting, figures: FigureMap): Promise<void> {
  if (reachedStage(meeting, 'in-progress')) return;
  const today = product.clock.now().toPlainDate().toString();
  // An edited card tells nobody: who has one is told by a message of what has fallen due since.
  for (const { person, fresh } of await askNew(product, change, meeting, figures)) {
    if (fresh.length === 0) continue;
    const key = `figures-more/${meeting.id}/${person || 'channel'}/${today}`;
    await tell(product, change, meeting, person, key, missingMessage(product, meeting, moreOf(fresh), person, fresh, figures));
  }
}

const moreOf = ({ length }: MissingFigure[]): string => (length === 1 ? 'En siffra till behövs' : 'Fler siffror behövs');

/** One reminder, on a later day than the ask, with what has fallen due since. Who owes something first now is asked instead. */
export async function remindOfFigures(product: Product, change: Change, meeting: Meeting, figures: FigureMap): Promise<void> {
  if (reachedStage(meeting, 'in-progress')) return;
  const today = product.clock.now().toPlainDate().toString();
  for (const asked of await askNew(product, change, meeting, figures)) {
    const missing = stillMissing(asked.missing, lateIn(figures));
    if (asked.day >= today || missing.length === 0) continue;
    const key = `figures-reminded/${meeting.id}/${asked.person || 'channel'}`;
    const lead = asked.fresh.length === missing.length ? moreOf(missing) : 'Siffror saknas fortfarande';
    await tell(
      product,
      change,
      meeting,
      asked.person,
      key,
      missingMessage(product, meeting, lead, asked.person, missing, figures),
    );
  }
}

/** A card has room for so many; all of them are on the first card. */
const BUTTONS = 5;

function missingMessage(
  product: Product,
  meeting: Meeting,
  lead: string,
  person: string,
  missing: MissingFigure[],
  figures: FigureMap,
) {
  const { publishes } = askView(product, meeting, { person, day: '', missing }, figures);
  const places = missing.flatMap(({ indicator }) => figures.get(indicator)?.late?.place ?? []).filter(({ url }) => url !== '');
  const named = (id: string) => product.agreement.indicators.find((one) => one.id === id)?.name ?? id;
  const lines = missing.map((one) => `${named(one.indicator)}, ${periodName(one.period)}: saknas från ${list(one.from)}.`);
  return message(`${lead} inför mötet ${weekday(meeting.start)} ${longDate(meeting.start)}.`, {
    detail: `${lines.join('\n')}\nDagordningen publiceras ${longDate(publishes)} och säger vad som saknas.`,
    link: places[0] ? { title: `Öppna ${places[0].name}`, url: places[0].url } : null,
    buttons: missing
      .filter((one) => fillsIn(product, { person, one }))
      .slice(0, BUTTONS)
      .map((one, n) => ({
        title: missing.length === 1 ? 'Lämna siffror' : `Lämna: ${named(one.indicator)}`,
        verb: 'report',
        data: { indicator: one.indicator, meeting: meeting.id },
        dialog: true,
        primary: n === 0,
      })),
  });
}

/** What the cards of the asked say, so that they move when it changes and rest when it does not. */
const markOf = ({ start }: Meeting, asked: readonly AskedFigures[], figures: FigureMap): string =>
  JSON.stringify([start, ...asked.map(({ person, missing }) => [person, stillMissing(missing, lateIn(figures))])]);

async function keep(change: Change, meeting: Meeting, asked: AskedFigures[], figures: FigureMap): Promise<void> {
  const kept = asked.map(({ person, day, missing }): AskedFigures => ({ person, day, missing }));
  await change.keepSetting(askedName(meeting.id), JSON.stringify(kept));
  await change.keepSetting(`${askedName(meeting.id)}/shown`, markOf(meeting, asked, figures));
}

/** Shows on the cards what has come in since. The forum is locked by the caller. */
export async function freshenAsks(product: Product, change: Change, meeting: Meeting, figures: FigureMap): Promise<void> {
  const asked = await askedFigures(change, meeting.id);
  if (asked.length === 0) return;
  const mark = markOf(meeting, asked, figures);
  const name = `${askedName(meeting.id)}/shown`;
  if ((await change.setting(name)) === mark) return;
  const times = Number((await change.setting(`${name}/times`)) ?? '0') + 1;
  await change.keepSetting(name, mark);
  await change.keepSetting(`${name}/times`, String(times));
  for (const one of asked) {
    const key = figuresAskKey(meeting.id, one.person);
    await updateCard(change, key, `figures/${times}`, show(product, meeting, one, figures));
  }
}
