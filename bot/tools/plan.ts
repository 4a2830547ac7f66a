/**
 * `npm run plan -- --from 2027-01-01 --to 2027-12-31 [--forum f] [--json|--ics|--svg|--advise|--diff EARLIER.yaml]`: the
 * meetings of the agreement. `--diff` alone compares with the meetings that are stored, before the product is started with
 * a changed definition.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { forumOf } from '../../src/domain/agreement.ts';
import { dayOf } from '../../src/domain/days.ts';
import { type YearPlan, yearPlan } from '../../src/domain/year-plan.ts';
import { foresee } from '../../src/flows/foresee-definition.ts';
import { type PlanRow, planRows } from '../../src/flows/plan-rows.ts';
import { reasonShort } from '../../src/flows/plan-words.ts';
import { environment } from '../config.ts';
import { icsFeed } from '../feed-file.ts';
import { withKept } from './kept-store.ts';
import { differenceLines, foresightLines } from './plan-difference.ts';
import { adviceLines, planLines } from './plan-lines.ts';
import { planOptions } from './plan-options.ts';
import { agreementOrRefuse, refuse } from './refuse.ts';
import { yearPicture } from './year-picture.ts';

const USAGE = `Så här: npm run plan -- --from 2027-01-01 --to 2027-12-31 [--forum ID] [--agreement BILAGA.yaml] [--json|--ics|--svg|--advise|--diff TIDIGARE.yaml]
        npm run plan -- --diff [--agreement BILAGA.yaml]     mot de möten som är planerade`;

/** A row at a time, so that any number of years fits. */
function* jsonRows(rows: Iterable<PlanRow>): Generator<string, void> {
  let before = '[';
  for (const row of rows) {
    yield `${before}\n  ${JSON.stringify(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

const asked = planOptions(process.argv.slice(2));
if (!asked.ok) refuse(...asked.no, USAGE);
const { format, forum: only, file, earlier } = asked.value;

const agreement = agreementOrRefuse(file);
if (only !== undefined && !agreement.forums.some((one) => one.id === only))
  refuse(`Det finns inget forum ${only}. Skriv ett av: ${agreement.forums.map((one) => one.id).join(', ')}.`);

if (format === 'diff' && earlier === '') {
  const told = await withKept(environment, async ({ read, now, where }) =>
    foresightLines(agreement, await foresee(agreement, read, now), { now, where, only }),
  );
  if (!told.ok) refuse(told.no);
  for (const line of told.value) console.log(line);
} else {
  const { from, to } = asked.value;
  const year = yearPlan(agreement, from, to, only);
  await shown(year, from, to);
}

async function shown(year: YearPlan, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<void> {
  switch (format) {
    case 'json':
      await pipeline(Readable.from(jsonRows(planRows(agreement, dayOf(from), dayOf(to), only))), process.stdout).catch(
        (error: NodeJS.ErrnoException) => {
          // Whoever reads may have had enough, as `head` does.
          if (error.code !== 'EPIPE') throw error;
        },
      );
      return;
    case 'ics': {
      // The same plan gives the same file, whenever it is asked for.
      const made = from.toZonedDateTime('UTC').toInstant();
      const meetings = year.meetings.map((meeting) => {
        const { name, place } = forumOf(agreement, meeting.forum);
        const { id, start, end } = meeting;
        return { id, title: name, place, start, end, sequence: 0, changed: made, note: reasonShort(meeting), url: '' };
      });
      process.stdout.write(icsFeed(`${agreement.appendix} ${from.year}`, meetings, made));
      return;
    }
    case 'svg':
      process.stdout.write(yearPicture(agreement, year, from, to, only));
      return;
    case 'diff':
      for (const line of differenceLines(agreementOrRefuse(earlier), agreement, from, to, only)) console.log(line);
      return;
    case 'advise':
      for (const line of adviceLines(agreement, from, only)) console.log(line);
      return;
    case 'text':
      for (const line of planLines(agreement, year, from, to, only)) console.log(line);
  }
}
