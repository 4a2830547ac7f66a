/**
 * The agreement's year as a picture for the wall: A3 lying down, and read on A4 too. Levels as rows, days as places, pauses,
 * moves, school holidays and the årshjul. Times and names only, never what is discussed.
 */
import type { Agreement, Forum } from '../../src/domain/agreement.ts';
import { pauseOn } from '../../src/domain/cadence.ts';
import { isoWeek } from '../../src/domain/calendar.ts';
import { dayOf } from '../../src/domain/days.ts';
import { windowsBetween } from '../../src/domain/duties.ts';
import { covers } from '../../src/domain/spans.ts';
import { everyDays, longDate, MONTHS, weekday } from '../../src/domain/swedish.ts';
import { tierOf, type YearMeeting, type YearPlan } from '../../src/domain/year-plan.ts';
import { group, lines, picture, shape, words } from './svg.ts';

/** A3 lying down, at 96 points an inch. */
const [WIDTH, HEIGHT] = [1587, 1123];
const [LEFT, RIGHT] = [420, WIDTH - 24];
const [TOP, DUTY, LEGEND] = [170, 36, 64];
const ROW = { most: 104, least: 72 };
/** Dark enough for white figures on them. */
const COLOURS = ['#4f52b2', '#0f5fa8', '#0e6b4e', '#a4262c', '#6b4fa0', '#7a5700', '#3b3a39'];
const [HOLIDAY, PAUSE, DUTY_FILL, GREY] = ['#fff4ce', '#d2d0ce', '#e8ebfa', '#616161'];

interface Stretch {
  name: string;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** Days in a row for which something has the same name. */
function stretches(days: readonly Temporal.PlainDate[], nameOn: (day: Temporal.PlainDate) => string | undefined): Stretch[] {
  const found: Stretch[] = [];
  for (const day of days) {
    const name = nameOn(day);
    const last = found.at(-1);
    if (name === undefined) continue;
    if (last?.name === name && last.to.add({ days: 1 }).equals(day)) last.to = day;
    else found.push({ name, from: day, to: day });
  }
  return found;
}

/** "tisdagar kl. 13.00–14.00, varannan vecka". */
function rhythmText({ rhythm }: Forum): string {
  if (rhythm.kind !== 'every') return '';
  const start = Temporal.PlainTime.from(rhythm.start);
  const time = [start, start.add({ minutes: rhythm.minutes })].map((one) => one.toString({ smallestUnit: 'minute' }));
  const day = rhythm.days % 7 === 0 ? `${weekday(rhythm.anchor)}ar ` : '';
  return `${day}kl. ${time.join('–').replaceAll(':', '.')}, ${everyDays(rhythm.days)}`;
}

function headingOf(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  const whole = from.month === 1 && from.day === 1 && to.equals(from.with({ month: 12, day: 31 }));
  return whole ? `Mötesåret ${from.year}` : `Mötena ${longDate(from.toString())}–${longDate(to.toString())}`;
}

const dayAndMonth = (date: Temporal.PlainDate): string => `${date.day}/${date.month}`;

export function yearPicture(
  agreement: Agreement,
  year: YearPlan,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  only?: string,
): string {
  const count = from.until(to, { largestUnit: 'days' }).days + 1;
  const days = Array.from({ length: count }, (_, n) => from.add({ days: n }));
  const wide = (RIGHT - LEFT) / count;
  const x = (date: Temporal.PlainDate) => LEFT + from.until(date, { largestUnit: 'days' }).days * wide;
  const middle = (date: Temporal.PlainDate) => x(date) + wide / 2;
  /** Left edge and width of days in a row, kept within the picture. */
  const band = (first: Temporal.PlainDate, last: Temporal.PlainDate) => {
    const [start, end] = [Math.max(LEFT, x(first)), Math.min(RIGHT, x(last) + wide)];
    return { x: start, width: end - start };
  };

  const holidayStretches = stretches(days, (day) => agreement.notices.find((notice) => covers(notice, dayOf(day)))?.name);
  const forums = agreement.forums
    .filter((forum) => forum.rhythm.kind === 'every' && (only === undefined || forum.id === only))
    .toSorted((a, b) => tierOf(agreement, a) - tierOf(agreement, b));
  const duties = (only === undefined ? agreement.duties : [])
    .map((duty) => ({ duty, windows: windowsBetween(duty, from, to) }))
    .filter(({ windows }) => windows.length > 0);
  const below = (duties.length > 0 ? duties.length * DUTY + 44 : 0) + LEGEND;
  const row = Math.max(ROW.least, Math.min(ROW.most, (HEIGHT - TOP - below) / Math.max(1, forums.length)));
  const dutyTop = TOP + forums.length * row + 44;
  const bottom = TOP + forums.length * row + below - LEGEND;
  const height = bottom + LEGEND;

  function* months(): Generator<string> {
    for (let month = from.with({ day: 1 }); Temporal.PlainDate.compare(month, to) <= 0; month = month.add({ months: 1 })) {
      const { x: left, width } = band(month, month.add({ months: 1 }).subtract({ days: 1 }));
      if (month.month % 2 === 0) yield shape('rect', { x: left, y: 84, width, height: bottom - 84, fill: '#f7f7f7' });
      yield words(left + width / 2, 106, 17, width < 40 ? MONTHS[month.month - 1]!.slice(0, 3) : MONTHS[month.month - 1]!, {
        'text-anchor': 'middle',
        'font-weight': 600,
      });
    }
  }

  function* weeks(): Generator<string> {
    yield words(LEFT - 12, 130, 13, 'vecka', { 'text-anchor': 'end', fill: GREY });
    for (const day of days) {
      if (day.dayOfWeek !== 1) continue;
      yield shape('line', { x1: x(day), x2: x(day), y1: 136, y2: bottom, stroke: '#ededed' });
      if (day.weekOfYear! % 2 === 0 && x(day) + wide * 7 <= RIGHT)
        yield words(x(day) + wide * 3.5, 130, 13, String(Number(isoWeek(day).slice(6))), { 'text-anchor': 'middle', fill: GREY });
    }
  }

  function* holidays(): Generator<string> {
    for (const one of holidayStretches) {
      const at = band(one.from, one.to);
      yield shape('rect', { ...at, y: 138, height: bottom - 138, fill: HOLIDAY }, one.name);
    }
  }

  function* holidayNames(): Generator<string> {
    for (const one of holidayStretches) {
      const at = band(one.from, one.to);
      const centre = Math.min(Math.max(at.x + at.width / 2, LEFT + 24), RIGHT - 24);
      yield words(centre, 152, 13, one.name, { 'text-anchor': 'middle', fill: '#6b4e00' });
    }
  }

  function meetingDot(forum: Forum, meeting: YearMeeting, y: number, colour: string): string {
    const date = meeting.start.toPlainDate();
    const [at, time] = [middle(date), meeting.start.toPlainTime().toString({ smallestUnit: 'minute' })];
    const { moved } = meeting;
    const said = `${forum.name}: ${date} kl. ${time}${moved ? `, flyttat från ${moved.from} (${moved.because})` : ''}`;
    const dot = [
      shape('circle', { cx: at, cy: y, r: 11, fill: colour }),
      words(at, y + 4.5, 13, String(date.day), { 'text-anchor': 'middle', 'font-weight': 600, fill: '#ffffff' }),
    ];
    if (moved) {
      dot.unshift(
        shape('circle', { cx: at, cy: y, r: 14.5, fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-dasharray': '4 2' }),
      );
      dot.push(words(at, y + 31, 13, `från ${dayAndMonth(moved.from)}`, { 'text-anchor': 'middle' }));
    }
    return group(said, dot);
  }

  function* forumRow(forum: Forum, n: number): Generator<string> {
    const y = TOP + n * row + row / 2;
    const colour = COLOURS[n % COLOURS.length]!;
    const level = agreement.levels.find((one) => one.id === forum.level)?.label ?? '';
    const name = lines(forum.name, 44);
    const first = y - ((name.length + 2) * 19) / 2 + 15;
    for (const [k, line] of name.entries()) yield words(24, first + k * 19, 16, line, { 'font-weight': 600 });
    yield words(24, first + name.length * 19, 14, level, { fill: GREY });
    yield words(24, first + (name.length + 1) * 19, 14, rhythmText(forum), { fill: GREY });
    yield shape('line', { x1: LEFT, x2: RIGHT, y1: y, y2: y, stroke: '#a19f9d' });
    for (const one of stretches(days, (day) => pauseOn(day, forum.pauses)?.name)) {
      const at = band(one.from, one.to);
      yield shape('rect', { ...at, y: y - 19, height: 38, fill: 'url(#pause)', stroke: PAUSE }, one.name);
      if (at.width > one.name.length * 6)
        yield words(at.x + at.width / 2, y - 24, 13, one.name, { 'text-anchor': 'middle', fill: GREY });
    }
    for (const meeting of year.meetings) if (meeting.forum === forum.id) yield meetingDot(forum, meeting, y, colour);
    for (const lost of year.unplanned)
      if (lost.forum === forum.id)
        yield group(`${forum.name}: ${lost.slot} kan varken hållas eller flyttas`, [
          words(middle(lost.slot), y + 6, 20, '!', { 'text-anchor': 'middle', 'font-weight': 700, fill: '#a4262c' }),
        ]);
  }

  function* dutyRows(): Generator<string> {
    if (duties.length > 0) yield words(24, dutyTop - 12, 16, 'Årshjulet', { 'font-weight': 600 });
    for (const [n, { duty, windows }] of duties.entries()) {
      const y = dutyTop + n * DUTY;
      const [first = '', ...more] = lines(duty.name, 50);
      yield words(24, y + 13, 14, more.length > 0 ? `${first} …` : first);
      yield words(24, y + 28, 12.5, duty.who, { fill: GREY });
      for (const window of windows) {
        const at = band(window.from, window.to);
        const said = `${dayAndMonth(window.from)}–${dayAndMonth(window.to)}`;
        yield shape(
          'rect',
          { ...at, y: y + 3, height: 22, rx: 4, fill: DUTY_FILL, stroke: '#5b5fc7' },
          `${duty.name}, ${duty.who}`,
        );
        if (at.width > 62) yield words(at.x + at.width / 2, y + 19, 13, said, { 'text-anchor': 'middle' });
      }
    }
  }

  function* legend(): Generator<string> {
    const y = height - 26;
    let at = 24;
    const say = (text: string) => {
      const said = words(at + 34, y + 5, 14, text);
      at += 34 + text.length * 7.4 + 28;
      return said;
    };
    const anyMoved = year.meetings.some((one) => one.moved);
    yield shape('circle', { cx: at + 14, cy: y, r: 11, fill: COLOURS[0]! });
    yield words(at + 14, y + 4.5, 13, '19', { 'text-anchor': 'middle', 'font-weight': 600, fill: '#ffffff' });
    yield say('möte, med dagens datum');
    if (anyMoved) {
      yield shape('circle', { cx: at + 14, cy: y, r: 11, fill: COLOURS[0]! });
      yield shape('circle', {
        cx: at + 14,
        cy: y,
        r: 14.5,
        fill: 'none',
        stroke: COLOURS[0]!,
        'stroke-width': 2,
        'stroke-dasharray': '4 2',
      });
      yield say('flyttat; dagen det skulle ha varit står under');
    }
    yield shape('rect', { x: at, y: y - 11, width: 28, height: 22, fill: 'url(#pause)', stroke: PAUSE });
    yield say('uppehåll, inga möten');
    if (agreement.notices.length > 0) {
      yield shape('rect', { x: at, y: y - 11, width: 28, height: 22, fill: HOLIDAY, stroke: '#e3c568' });
      yield say('skollov, stoppar inget möte');
    }
    if (duties.length > 0) {
      yield shape('rect', { x: at, y: y - 11, width: 28, height: 22, rx: 4, fill: DUTY_FILL, stroke: '#5b5fc7' });
      yield say('årshjulet');
    }
    if (year.unplanned.length > 0) {
      yield words(at + 14, y + 7, 20, '!', { 'text-anchor': 'middle', 'font-weight': 700, fill: '#a4262c' });
      yield say('kan varken hållas eller flyttas');
    }
  }

  const heading = headingOf(from, to);
  const about = `${year.meetings.length} möten i ${forums.length} forum, enligt ${agreement.appendix}. npm run plan ger dem som text.`;
  return picture(WIDTH, height, `${heading}: ${agreement.appendix}`, about, [
    `<defs><pattern id="pause" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#f3f2f1"/><rect width="2.5" height="6" fill="${PAUSE}"/></pattern></defs>`,
    ...months(),
    ...holidays(),
    ...weeks(),
    ...holidayNames(),
    words(24, 44, 30, heading, { 'font-weight': 600 }),
    words(24, 70, 15, `${agreement.name} · ${agreement.appendix}`, { fill: GREY }),
    ...forums.flatMap((forum, n) => [...forumRow(forum, n)]),
    ...dutyRows(),
    ...legend(),
  ]);
}
