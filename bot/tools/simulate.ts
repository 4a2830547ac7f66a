/**
 * `npm run simulate -- --from 2027-01-11 --weeks 14 --forum hub-intro [--dir D] [--json]`: the product against a local
 * world in a process of its own, with a clock that moves by itself. Run again on the same directory it goes on.
 * With `DATABASE_URL` the store is that PostgreSQL, in a schema of the directory's own.
 */

import { enableCompileCache, flushCompileCache } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { liftsOf } from '../../src/domain/question-paths.ts';
import { parseDate } from '../../src/domain/swedish.ts';
import { environment, readKept } from '../config.ts';
import { DEFAULT_AGREEMENT } from '../definition.ts';
import { onlyForums } from '../simulate/only-forums.ts';
import { storeOf } from '../simulate/store-of.ts';
import { agreementOrRefuse, refuse } from './refuse.ts';

const USAGE = 'Så här: npm run simulate -- --from 2027-01-11 --weeks 14 --forum hub-intro [--dir D] [--json]';

function options() {
  try {
    return parseArgs({
      options: {
        from: { type: 'string' },
        weeks: { type: 'string', default: '14' },
        forum: { type: 'string', default: 'hub-intro' },
        dir: { type: 'string', default: '.data/simulate' },
        agreement: { type: 'string', default: DEFAULT_AGREEMENT },
        json: { type: 'boolean', default: false },
        /** For tests: the name of a point and how many times it is passed before this process is killed. */
        'kill-at': { type: 'string' },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), USAGE);
  }
}

const values = options();
const weeks = Number(values.weeks);
const from = parseDate(/^\d{4}-\d{2}-\d{2}$/.test(values.from ?? '') ? values.from! : '', Temporal.PlainDate.from('2000-01-01'));
if (!from) refuse(`--from ${values.from === undefined ? 'saknas' : `är "${values.from}", som inte är något datum`}.`, USAGE);
if (!Number.isInteger(weeks) || weeks < 1) refuse(`--weeks är "${values.weeks}". Skriv ett antal veckor, t.ex. 14.`, USAGE);

const whole = agreementOrRefuse(values.agreement);
const forum = whole.forums.find((one) => one.id === values.forum);
if (!forum) refuse(`Det finns inget forum ${values.forum}. Skriv ett av: ${whole.forums.map((one) => one.id).join(', ')}.`);
// The members of one forum act from the script, and where its questions go they are answered. Nobody else meets.
const agreement = onlyForums(whole, [forum.id, ...liftsOf(whole, forum).map(({ to }) => to)]);
const dir = path.resolve(values.dir);

const settings = readKept(environment);
if (!settings.ok) refuse(...settings.faults);
const kept = storeOf(dir, settings.value.databaseUrl?.reveal());
if (!kept.ok) refuse(kept.no);

// What is imported from here on is compiled once for all runs; a run that is killed would write nothing at its end.
enableCompileCache();
const { simulate } = await import('../simulate/simulate.ts');
flushCompileCache();
const { agreement: definition, json, 'kill-at': killAt = '' } = values;
const code = await simulate({ from, weeks, agreement, definition, forum, dir, store: kept.value, json, killAt }).catch(
  (error: unknown) => {
    if (error instanceof Error && error.message.startsWith('DATABASE_URL')) refuse(error.message);
    throw error;
  },
);
process.exit(code);
