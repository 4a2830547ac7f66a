/**
 * `npm run scan -- [--json] [--today 2024-10-31] [FILE]`: reads lines of `{"id","text"}` and tells what each text carries,
 * by kind and place, never by value. With --json a line of `{"id","findings"}` for each; places are UTF-16 units.
 */
import fs from 'node:fs';
import { text as whole } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { type Finding, scan } from '../../src/domain/privacy-scan.ts';

const USAGE = 'Så här: npm run scan -- [--json] [--today 2024-10-31] [FIL]   (utan fil läses standard in)';
const row = z.looseObject({ id: z.union([z.string(), z.number()]), text: z.string() });

function options(): { json: boolean; today: Temporal.PlainDate; file: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean', default: false }, today: { type: 'string' } },
      allowPositionals: true,
    });
    const today = values.today ? Temporal.PlainDate.from(values.today) : Temporal.Now.plainDateISO(STOCKHOLM);
    return { json: values.json, today, file: positionals[0] };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return process.exit(2);
  }
}

/** What the line lacks, or the text to scan. Never repeats the line: it may be what must not be repeated. */
function read(line: string): z.infer<typeof row> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return 'är inte JSON. Skriv {"id":"…","text":"…"} på en rad.';
    throw error;
  }
  const parsed = row.safeParse(value);
  return parsed.success ? parsed.data : 'saknar "id" eller "text". Skriv {"id":"…","text":"…"} på en rad.';
}

const told = (findings: Finding[]): string =>
  findings.map(({ type, action, start, end }) => `${action} ${type} ${start}–${end}`).join(', ') || 'inget';

const { json, today, file } = options();

async function input(): Promise<string> {
  if (file === undefined) return whole(process.stdin);
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(2);
  }
}

let number = 0;
let bad = 0;
for (const line of (await input()).split('\n')) {
  number += 1;
  const text = line.replace(/^\ufeff/, '');
  if (text.trim() === '') continue;
  const one = read(text);
  if (typeof one === 'string') {
    bad += 1;
    console.error(`rad ${number}: ${one}`);
    continue;
  }
  const findings = scan(one.text, today);
  const plain = findings.map(({ type, start, end, action }) => ({ type, start, end, action }));
  console.log(json ? JSON.stringify({ id: one.id, findings: plain }) : `${one.id}: ${told(findings)}`);
}
if (bad > 0) {
  console.error(`${bad} ${bad === 1 ? 'rad' : 'rader'} kunde inte läsas; de andra är gjorda.`);
  process.exitCode = 1;
}
