/** What `npm run plan` is asked for. Every fault at once, each saying what to write. */
import { parseArgs } from 'node:util';
import { no, type Result, yes } from '../../src/domain/result.ts';
import { parseDate } from '../../src/domain/swedish.ts';
import { DEFAULT_AGREEMENT } from '../definition.ts';

const formats = ['json', 'ics', 'svg', 'advise'] as const;
export type Format = (typeof formats)[number] | 'diff' | 'text';

export interface PlanOptions {
  format: Format;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  forum: string | undefined;
  /** The appendix. */
  file: string;
  /** The appendix it is compared with; '' for the meetings that are stored. */
  earlier: string;
}

const flag = { type: 'boolean', default: false } as const;
const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  forum: { type: 'string' },
  agreement: { type: 'string', default: DEFAULT_AGREEMENT },
  diff: { type: 'string' },
  json: flag,
  ics: flag,
  svg: flag,
  advise: flag,
} as const;

/** `--diff` may stand alone, which node's reader of options has no word for. */
const bareDiff = (args: readonly string[]): string[] =>
  args.map((arg, n) => (arg === '--diff' && (args[n + 1] ?? '-').startsWith('-') ? '--diff=' : arg));

function read(args: readonly string[]) {
  try {
    return yes(parseArgs({ args: bareDiff(args), options }).values);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const named = /'(-?-?[^' ]+)/.exec(String(error))?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return no(`Det finns ingen flagga ${named}.`);
    if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return no(`"${named}" hör inte till någon flagga.`);
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return no(`${named} har fel slags värde.`);
    throw error;
  }
}

const date = (text: string): Temporal.PlainDate | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text, Temporal.PlainDate.from('2000-01-01')) : undefined;

function dateFault(name: string, text: string | undefined, example: string): string[] {
  if (text === undefined) return [`--${name} saknas. Skriv --${name} ${example}.`];
  return date(text) ? [] : [`--${name} är "${text}", som inte är något datum. Skriv t.ex. --${name} ${example}.`];
}

export function planOptions(args: readonly string[]): Result<PlanOptions, string[]> {
  const given = read(args);
  if (!given.ok) return no([given.no]);
  const { from, to, forum, agreement: file, diff } = given.value;
  const chosen: Format[] = [...formats.filter((one) => given.value[one]), ...(diff === undefined ? [] : (['diff'] as const))];
  const faults: string[] = [];
  if (chosen.length > 1) faults.push(`Välj en av ${chosen.map((one) => `--${one}`).join(' och ')}.`);
  const stored = diff === '' && from === undefined && to === undefined;
  if (diff === '' && !stored)
    faults.push('--diff utan fil jämför alla planerade möten framåt: ta bort --from och --to, eller skriv den tidigare filen.');
  else if (!stored) faults.push(...dateFault('from', from, '2027-01-01'), ...dateFault('to', to, '2027-12-31'));
  const [first, last] = [date(from ?? ''), date(to ?? '')];
  if (first && last && Temporal.PlainDate.compare(first, last) > 0)
    faults.push(`--from ${from} ligger efter --to ${to}. Byt plats på dem.`);
  if (given.value.svg && first && last && first.until(last, { largestUnit: 'days' }).days > 366)
    faults.push('--svg ritar högst ett år. Skriv t.ex. --from 2027-01-01 --to 2027-12-31.');
  if (faults.length > 0) return no(faults);
  const any = Temporal.PlainDate.from('2000-01-01');
  return yes({ format: chosen[0] ?? 'text', from: first ?? any, to: last ?? any, forum, file, earlier: diff ?? '' });
}
