/** The agreement's year as a picture for the wall: levels as rows, days as places, pauses, moves and the årshjul. */
import type { Agreement, Forum } from '../../src/domain/agreement.ts';
import { pauseOn } from '../../src/domain/cadence.ts';
import { windowsBetween } from '../../src/domain/duties.ts';
import { MONTHS } from '../../src/domain/swedish.ts';
import { tierOf, type YearPlan } from '../../src/domain/year-plan.ts';

const COLOURS = ['#5b5fc7', '#0f6cbd', '#13795b', '#a4262c', '#8764b8', '#986f0b', '#3b3a39'];
const LEFT = 430;
const WIDTH = 1700;
const ROW = 54;
const TOP = 108;

const DAYS = ['måndagar', 'tisdagar', 'onsdagar', 'torsdagar', 'fredagar', 'lördagar', 'söndagar'];

/** "tisdagar kl. 13.00, var 14:e dag". */
function rhythmText({ rhythm }: Forum): string {
  if (rhythm.kind !== 'every') return '';
  const { dayOfWeek } = Temporal.PlainDate.from(rhythm.anchor);
  const day = rhythm.days % 7 === 0 ? `${DAYS[dayOfWeek - 1]} ` : '';
  return `${day}kl. ${rhythm.start.replace(':', '.')}, var ${rhythm.days}:e dag`;
}

const short = (text: string): string => (text.length > 66 ? `${text.slice(0, 65)}…` : text);

const safe = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** A self-contained SVG; times and names only, never what is discussed. */
export function yearPicture(agreement: Agreement, year: YearPlan, from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  const days = from.until(to, { largestUnit: 'days' }).days + 1;
  const x = (date: Temporal.PlainDate) => LEFT + (from.until(date, { largestUnit: 'days' }).days / days) * (WIDTH - LEFT - 20);
  const forums = agreement.forums
    .filter((forum) => forum.rhythm.kind === 'every')
    .toSorted((a, b) => tierOf(agreement, a) - tierOf(agreement, b));
  const dutyTop = TOP + forums.length * ROW + 30;
  const duties = agreement.duties
    .map((duty) => ({ duty, windows: windowsBetween(duty, from, to) }))
    .filter(({ windows }) => windows.length > 0);
  const height = dutyTop + duties.length * 26 + 60;
  const out: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Segoe UI, Open Sans, Helvetica, Arial, sans-serif" role="img">`,
    `<title>Mötesåret ${from.year}: ${safe(agreement.appendix)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="20" y="38" font-size="24" font-weight="600" fill="#242424">Mötesåret ${from.year}</text>`,
    `<text x="20" y="62" font-size="13" fill="#616161">${safe(agreement.name)} · ${safe(agreement.appendix)}</text>`,
  ];
  for (let month = from.with({ day: 1 }); Temporal.PlainDate.compare(month, to) <= 0; month = month.add({ months: 1 })) {
    const [left, right] = [Math.max(LEFT, x(month)), Math.min(WIDTH - 20, x(month.add({ months: 1 })))];
    out.push(`<line x1="${left.toFixed(1)}" x2="${left.toFixed(1)}" y1="${TOP - 10}" y2="${height - 40}" stroke="#e0e0e0"/>`);
    out.push(
      `<text x="${((left + right) / 2).toFixed(1)}" y="${TOP - 14}" text-anchor="middle" font-size="12" fill="#424242">${MONTHS[month.month - 1]}</text>`,
    );
  }
  forums.forEach((forum, row) => {
    const y = TOP + row * ROW + ROW / 2;
    const colour = COLOURS[row % COLOURS.length]!;
    out.push(`<line x1="${LEFT}" x2="${WIDTH - 20}" y1="${y}" y2="${y}" stroke="#d1d1d1"/>`);
    const level = agreement.levels.find((one) => one.id === forum.level)?.label ?? '';
    out.push(`<text x="20" y="${y - 3}" font-size="12" font-weight="600" fill="#242424">${safe(short(forum.name))}</text>`);
    out.push(`<text x="20" y="${y + 13}" font-size="11" fill="#616161">${safe(`${level} · ${rhythmText(forum)}`)}</text>`);
    for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
      const pause = pauseOn(date, forum.pauses);
      if (!pause) continue;
      out.push(
        `<rect x="${x(date).toFixed(1)}" y="${y - 16}" width="${((WIDTH - LEFT) / days + 0.4).toFixed(2)}" height="32" fill="#f3f2f1"><title>${safe(pause.name)}</title></rect>`,
      );
    }
    for (const meeting of year.meetings.filter((one) => one.forum === forum.id)) {
      const date = meeting.start.toPlainDate();
      const at = x(date).toFixed(1);
      const words = `${forum.name}: ${date.toString()} kl. ${meeting.start.toPlainTime().toString({ smallestUnit: 'minute' })}${meeting.moved ? `, flyttat från ${meeting.moved.from} (${meeting.moved.because})` : ''}`;
      out.push(`<g><title>${safe(words)}</title>`);
      if (meeting.moved) {
        const was = x(meeting.moved.from).toFixed(1);
        out.push(`<circle cx="${was}" cy="${y}" r="6" fill="none" stroke="${colour}" stroke-dasharray="2 2"/>`);
      }
      out.push(`<circle cx="${at}" cy="${y}" r="6.5" fill="${colour}"/>`);
      out.push(`<text x="${at}" y="${y + 20}" text-anchor="middle" font-size="9" fill="#424242">${date.day}</text></g>`);
    }
  });
  duties.forEach(({ duty, windows }, row) => {
    const y = dutyTop + row * 26;
    out.push(`<text x="20" y="${y + 13}" font-size="12" fill="#242424">${safe(short(`${duty.name} (${duty.who})`))}</text>`);
    for (const window of windows)
      out.push(
        `<rect x="${x(window.from).toFixed(1)}" y="${y}" width="${(x(window.to) - x(window.from)).toFixed(1)}" height="16" rx="4" fill="#e8ebfa" stroke="#5b5fc7"><title>${safe(`${duty.name}, ${duty.who}`)}</title></rect>`,
      );
  });
  out.push(
    `<text x="20" y="${height - 14}" font-size="11" fill="#616161">Fylld ring: möte. Streckad ring: dagen det skulle ha varit, innan det flyttades. Grått: uppehåll. Ram: årshjulet.</text>`,
  );
  out.push('</svg>');
  return `${out.join('\n')}\n`;
}
