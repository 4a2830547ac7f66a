/** `npm run plan -- --from 2027-01-01 --to 2027-12-31 [--forum f] [--json|--ics|--svg] [--advise]`: the meetings of the agreement. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { advise } from '../../src/domain/advise.ts';
import { forumOf } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { dayOf } from '../../src/domain/days.ts';
import { chainAbove, latency, lowest, outOfOrder, stops, ways } from '../../src/domain/latency.ts';
import { wallClock } from '../../src/domain/meeting.ts';
import { planDifferences } from '../../src/domain/plan-diff.ts';
import { longDate, meetingTime, parseDate } from '../../src/domain/swedish.ts';
import { type YearMeeting, yearPlan } from '../../src/domain/year-plan.ts';
import { type PlanRow, planRows } from '../../src/flows/plan-rows.ts';
import { cited, reasonShort } from '../../src/flows/plan-words.ts';
import { agreementFrom, DEFAULT_AGREEMENT } from '../definition.ts';
import { icsFeed } from '../feed-file.ts';
import { yearPicture } from './year-picture.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    forum: { type: 'string' },
    agreement: { type: 'string', default: DEFAULT_AGREEMENT },
    json: { type: 'boolean', default: false },
    svg: { type: 'boolean', default: false },
    ics: { type: 'boolean', default: false },
    advise: { type: 'boolean', default: false },
    diff: { type: 'string' },
  },
});
const date = (text = '') =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text, Temporal.PlainDate.from('2000-01-01')) : undefined;
const [from, to] = [date(values.from), date(values.to)];
if (!from || !to || Temporal.PlainDate.compare(from, to) > 0) {
  console.error(
    'Så här: npm run plan -- --from 2027-01-01 --to 2027-12-31 [--forum ID] [--json|--ics|--svg|--advise] [--diff TIDIGARE-BILAGA.yaml]',
  );
  process.exit(2);
}

const agreement = agreementFrom(values.agreement);
if (values.forum) forumOf(agreement, values.forum);
const year = yearPlan(agreement, from, to, values.forum);
/** A row at a time, so that any number of years fits. */
function* jsonRows(rows: Iterable<PlanRow>): Generator<string, void> {
  let before = '[';
  for (const row of rows) {
    yield `${before}\n  ${JSON.stringify(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

const nameOf = (id: string) => agreement.forums.find((forum) => forum.id === id)?.name ?? id;

if (values.json) {
  const rows = planRows(agreement, dayOf(from), dayOf(to), values.forum);
  await pipeline(Readable.from(jsonRows(rows)), process.stdout).catch((error: NodeJS.ErrnoException) => {
    // Whoever reads may have had enough, as `head` does.
    if (error.code !== 'EPIPE') throw error;
  });
} else if (values.ics) {
  const meetings = year.meetings.map((meeting) => ({
    id: meeting.id,
    title: nameOf(meeting.forum),
    place: forumOf(agreement, meeting.forum).place,
    start: meeting.start,
    end: meeting.end,
    sequence: 0,
    note: reasonShort(meeting),
    url: '',
  }));
  process.stdout.write(icsFeed(`${agreement.appendix} ${from.year}`, meetings, from.toZonedDateTime('UTC').toInstant()));
} else if (values.svg) {
  process.stdout.write(yearPicture(agreement, year, from, to));
} else if (values.diff) {
  const found = planDifferences(agreementFrom(values.diff), agreement, from, to).filter(
    (one) => values.forum === undefined || one.forum === values.forum,
  );
  const time = (one: YearMeeting) => meetingTime(wallClock(one.start), wallClock(one.end));
  for (const one of found) {
    if (one.kind === 'moved') console.log(`Flyttas: ${nameOf(one.forum)}, ${time(one.was)} → ${time(one.now)}`);
    else if (one.kind === 'new') console.log(`Nytt:    ${nameOf(one.forum)}, ${time(one.now)}`);
    else console.log(`Vilar:   ${nameOf(one.forum)}, ${time(one.was)}`);
  }
  console.log(found.length === 0 ? 'Planen är densamma.' : `${found.length} möten ändras.`);
} else if (values.advise) {
  for (const hub of agreement.forums.filter((forum) => lowest(agreement, forum) && chainAbove(agreement, forum).length > 0)) {
    console.log(`\n${hub.name}: dagar från fråga till svar, och flyttade möten på tio år`);
    for (const one of advise(agreement, hub, from)) {
      const days = Object.entries(one.anchors)
        .map(([id, anchor]) => `${id} ${anchor}`)
        .join(', ');
      const { oneLevel, wholeChain } = one;
      console.log(
        `${one.now ? 'nu:      ' : 'förslag: '} ${days}. En nivå upp: median ${oneLevel.median}, som längst ${oneLevel.worst}. Hela vägen: median ${wholeChain.median}, som längst ${wholeChain.worst}. Flyttas: ${one.moves}.`,
      );
    }
  }
} else {
  for (const meeting of year.meetings) {
    const notes = [reasonShort(meeting), ...meeting.flags].filter((note) => note !== '');
    console.log(
      `${meetingTime(wallClock(meeting.start), wallClock(meeting.end)).padEnd(52)}  ${nameOf(meeting.forum)}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`,
    );
  }
  for (const rest of year.rests) console.log(`Uppehåll ${longDate(rest.slot.toString())}: ${nameOf(rest.forum)}, ${rest.pause}`);
  for (const duty of values.forum ? [] : agreement.duties) {
    const years = Array.from({ length: to.year - from.year + 1 }, (_, n) => from.year + n);
    const windows = years
      .flatMap((y) => duty.windows.map((window) => [`${y}-${window.from}`, `${y}-${window.to}`] as const))
      .filter(([first, last]) => last >= from.toString() && first <= to.toString())
      .map(([first, last]) => `${longDate(first)}–${longDate(last)}`);
    if (windows.length > 0) console.log(`Årshjul: ${duty.name}, ${windows.join(' och ')} (${duty.who}; ${cited(duty.origin)})`);
  }
  for (const lost of year.unplanned)
    console.log(
      `Obs: ${nameOf(lost.forum)} ${longDate(lost.slot.toString())} kan varken hållas eller flyttas. Ändra rytm eller uppehåll.`,
    );
  for (const late of outOfOrder(agreement, from, to)) {
    console.log(
      `Obs: dagordningen för ${nameOf(late.forum)} ${longDate(wallClock(late.meeting.start))} publiceras innan ${nameOf(late.below)} har träffats sedan förra mötet.`,
    );
  }
  for (const hub of agreement.forums.filter((forum) => lowest(agreement, forum))) {
    const chain = chainAbove(agreement, hub);
    if (chain.length === 0) continue;
    const reach = to.add({ months: 6 });
    const [own, ...above] = [hub, ...chain].map((forum) => stops(plan(forum, from, reach).meetings));
    const within = own!.filter((stop) => Temporal.PlainDate.compare(stop.meeting.slot, to) <= 0);
    const days = latency(ways(own!, [above[0]!]).slice(0, within.length));
    if (days) console.log(`${hub.name}: en fråga får svar efter ${days.median} dagar (median), som längst ${days.worst}.`);
  }
}
