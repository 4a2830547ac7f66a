/** The plan as text, line by line, and the anchors that would serve questions better. */
import { advise } from '../../src/domain/advise.ts';
import type { Agreement, Forum } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { windowsBetween } from '../../src/domain/duties.ts';
import { chainAbove, latency, lowest, outOfOrder, stops, type Way, ways } from '../../src/domain/latency.ts';
import { wallClock } from '../../src/domain/meeting.ts';
import { longDate, meetingTime } from '../../src/domain/swedish.ts';
import type { YearPlan } from '../../src/domain/year-plan.ts';
import { cited, reasonShort } from '../../src/flows/plan-words.ts';

export function* planLines(
  agreement: Agreement,
  year: YearPlan,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  only: string | undefined,
): Generator<string, void> {
  const nameOf = (id: string) => agreement.forums.find((forum) => forum.id === id)?.name ?? id;
  const asked = answersToHubs(agreement, from, to);
  const answered = new Map(asked.flatMap((one) => one.ways.map(({ raised, days }) => [raised.id, days] as const)));
  for (const meeting of year.meetings) {
    const days = answered.get(meeting.id);
    const notes = [
      reasonShort(meeting),
      ...meeting.flags,
      days === undefined ? '' : `en fråga härifrån får svar efter ${days} dagar`,
    ].filter((note) => note !== '');
    const time = meetingTime(wallClock(meeting.start), wallClock(meeting.end)).padEnd(52);
    yield `${time}  ${nameOf(meeting.forum)}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`;
  }
  for (const rest of year.rests) yield `Uppehåll ${longDate(rest.slot.toString())}: ${nameOf(rest.forum)}, ${rest.pause}`;
  for (const duty of only ? [] : agreement.duties) {
    const windows = windowsBetween(duty, from, to).map(
      (one) => `${longDate(one.from.toString())}–${longDate(one.to.toString())}`,
    );
    if (windows.length > 0) yield `Årshjul: ${duty.name}, ${windows.join(' och ')} (${duty.who}; ${cited(duty.origin)})`;
  }
  for (const lost of year.unplanned)
    yield `Obs: ${nameOf(lost.forum)} ${longDate(lost.slot.toString())} kan varken hållas eller flyttas. Ändra rytm eller uppehåll.`;
  for (const late of outOfOrder(agreement, from, to))
    yield `Obs: dagordningen för ${nameOf(late.forum)} ${longDate(wallClock(late.meeting.start))} publiceras innan ${nameOf(late.below)} har träffats sedan förra mötet.`;
  for (const { hub, ways } of asked) {
    const days = latency(ways);
    if (days) yield `${hub.name}: en fråga får svar efter ${days.median} dagar (median), som längst ${days.worst}.`;
  }
}

/** The way of a question raised at each hub meeting between two dates, one level up and back. */
function answersToHubs(agreement: Agreement, from: Temporal.PlainDate, to: Temporal.PlainDate): { hub: Forum; ways: Way[] }[] {
  return agreement.forums
    .filter((forum) => lowest(agreement, forum))
    .flatMap((hub) => {
      const [above] = chainAbove(agreement, hub);
      if (!above) return [];
      const reach = to.add({ months: 6 });
      const [own, upper] = [hub, above].map((forum) => stops(plan(forum, from, reach).meetings));
      const within = own!.filter((stop) => Temporal.PlainDate.compare(stop.meeting.slot, to) <= 0);
      return [{ hub, ways: ways(own!, [upper!]).slice(0, within.length) }];
    });
}

export function* adviceLines(agreement: Agreement, from: Temporal.PlainDate, only: string | undefined): Generator<string, void> {
  for (const hub of agreement.forums.filter((forum) => lowest(agreement, forum) && chainAbove(agreement, forum).length > 0)) {
    if (only !== undefined && ![hub, ...chainAbove(agreement, hub)].some(({ id }) => id === only)) continue;
    yield `\n${hub.name}: dagar från fråga till svar, och flyttade möten på tio år`;
    for (const one of advise(agreement, hub, from)) {
      const days = Object.entries(one.anchors)
        .map(([id, anchor]) => `${id} ${anchor}`)
        .join(', ');
      const { oneLevel, wholeChain } = one;
      yield `${one.now ? 'nu:      ' : 'förslag: '} ${days}. En nivå upp: median ${oneLevel.median}, som längst ${oneLevel.worst}. Hela vägen: median ${wholeChain.median}, som längst ${wholeChain.worst}. Flyttas: ${one.moves}.`;
    }
  }
}
