import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../bot/simulate/auditor.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { at } from '../support/clock.ts';
import { freshDatabase } from '../support/engines.ts';
import { needs, root } from '../support/needs.ts';
import { scratch } from '../support/scratch.ts';

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  lines: string[];
  errors: string;
}

const simulate = (dir: string, ...more: string[]) => simulateOn(undefined, dir, ...more);

/** A process that lives for seconds does not earn back what making the database's code quick costs. */
const BRIEF = ['--liftoff-only'];

/** On the PostgreSQL at the address, or on the embedded database: `DATABASE_URL` is the only difference. */
function simulateOn(databaseUrl: string | undefined, dir: string, ...more: string[]): Promise<Ended> {
  const program = path.join(root, 'bot/tools/simulate.ts');
  const given = ['--from', '2027-01-11', '--forum', 'hub-intro', '--dir', dir, ...more];
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = databaseUrl ? { ...inherited, DATABASE_URL: databaseUrl } : inherited;
  const child = spawn(process.execPath, [...BRIEF, program, ...given], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    out += data;
  });
  child.stderr.on('data', (data: Buffer) => {
    errors += data;
  });
  return new Promise((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, lines: out.trim().split('\n'), errors })),
  );
}

const fresh = scratch('simulate');

/** A directory of its own that is as another one was left. */
function copyOf(dir: string): string {
  const copy = fresh();
  fs.cpSync(dir, copy, { recursive: true });
  return copy;
}

const zeros = { postedTwice: 0, filedTwice: 0, eventsTwice: 0, questionsTwice: 0, lost: 0 };
const questions = (asked: number, answered: number, received: number) => ({
  questions: asked,
  questionsAnswered: answered,
  questionsReceived: received,
});

/** Where the process is killed, and the how manieth time it passes there. Each names a step of the work, not the boot. */
const KILLS = [
  ['step:open-agenda', 1],
  ['step:before-commit', 1],
  ['step:committed', 2],
  ['effect:claimed', 1],
  ['effect:before-call', 2],
  ['effect:called', 1],
  ['effect:before-ledger', 2],
  ['turn:before', 1],
  ['turn:committed', 1],
  ['effect:done', 2],
  ['turn:answered', 2],
  ['clock:moved', 3],
  ['step:publish-agenda', 1],
  ['effect:called', 4],
  ['effect:before-ledger', 5],
  ['step:tell-secretary', 1],
  ['step:open-minutes', 1],
  ['turn:committed', 3],
  ['effect:before-ledger', 3],
  ['turn:answered', 4],
] as const;

const KILLS_ON_POSTGRESQL = [
  'step:before-commit@1',
  'effect:claimed@1',
  'effect:called@1',
  'turn:committed@1',
  'effect:before-ledger@2',
  'turn:answered@2',
  'effect:called@4',
  'effect:done@2',
];

describe('simulate', () => {
  it('files every meeting of 14 weeks exactly once, also when it is killed at 20 named steps on the way', {
    timeout: 600_000,
  }, async () => {
    const dir = fresh();
    let killed = 0;
    const points = new Set<string>();
    for (const [point, times] of KILLS) {
      const run = await simulate(dir, '--weeks', '14', '--kill-at', `${point}@${times}`);
      if (run.signal !== 'SIGKILL') throw new Error(`${point}@${times} was never reached: ${run.lines.at(-1)} ${run.errors}`);
      killed += 1;
      points.add(point);
    }
    expect(killed).toBeGreaterThanOrEqual(20);
    expect(points.size).toBeGreaterThanOrEqual(10);
    const last = await simulate(dir, '--weeks', '14');
    expect(last.errors).toBe('');
    expect(JSON.parse(last.lines.at(-1)!)).toEqual({
      meetings: 7,
      agendasFiled: 7,
      minutesApproved: 7,
      minutesFiled: 7,
      inCalendar: 7,
      ...questions(3, 2, 2),
      ...zeros,
    });
    const documents = fs.readdirSync(path.join(dir, 'samarbetsyta', 'Mötesdokument', 'hub-intro', '2027'), {
      recursive: true,
      encoding: 'utf8',
    });
    expect(documents.filter((name) => name.endsWith('.docx'))).toHaveLength(14);
    expect(documents.filter((name) => name.endsWith('.pdf'))).toHaveLength(7);
  });

  describe('after four weeks', () => {
    const left = fresh();
    let half: Ended;
    beforeAll(async () => {
      half = await simulate(left, '--weeks', '4', '--json');
    }, 120_000);

    it('goes on where it stopped, and says the same again when there is nothing left to do', { timeout: 120_000 }, async () => {
      const dir = copyOf(left);
      const two = {
        meetings: 2,
        agendasFiled: 2,
        minutesApproved: 2,
        minutesFiled: 2,
        inCalendar: 2,
        ...questions(1, 0, 0),
        ...zeros,
      };
      expect(JSON.parse(half.lines.at(-1)!)).toEqual(two);
      for (const line of half.lines) expect(JSON.parse(line)).toBeTypeOf('object');
      const again = await simulate(dir, '--weeks', '4');
      // At this very midnight a meeting of the section managers comes within the year that stands in the calendar.
      expect(again.lines.filter((line) => !/calendar\/\S+ \(event created\)$/.test(line))).toHaveLength(1);
      expect(again.lines.length).toBeLessThanOrEqual(2);
      expect(JSON.parse(again.lines.at(-1)!)).toEqual(two);
      const more = await simulate(dir, '--weeks', '6');
      expect(JSON.parse(more.lines.at(-1)!)).toEqual({
        meetings: 3,
        agendasFiled: 3,
        minutesApproved: 3,
        minutesFiled: 3,
        inCalendar: 3,
        ...questions(1, 1, 0),
        ...zeros,
      });

      // The answer waits at home: on two agendas, on none, and the question with a second number.
      const log = path.join(dir, 'teams', 'teams.jsonl');
      const before = fs.readFileSync(log, 'utf8');
      const seen = before.split('\n').filter((line) => /"kind":"(posted|updated)"/.test(line));
      const waits = JSON.parse(seen.findLast((line) => line.includes('"question_receive"'))!) as {
        activityId: string;
        key: string;
      };
      const numbered = JSON.parse(seen.find((line) => line.includes('"Fråga 1: '))!) as { activityId: string; key: string };
      const planted = (line: object) => {
        fs.writeFileSync(log, `${before}${JSON.stringify(line)}\n`);
        const from = Temporal.PlainDate.from('2027-01-11');
        return audit({ dir, agreement: stockholm, forum: hub, from, now: at('2027-02-22T00:00') });
      };
      const twin = { kind: 'posted', activityId: 'twin', key: 'agenda/twin' };
      expect(planted({ ...waits, ...twin })).toMatchObject({ questionsTwice: 1, lost: 0, postedTwice: 0 });
      expect(planted({ ...waits, kind: 'updated', card: {} })).toMatchObject({ questionsTwice: 0, lost: 1 });
      const second = JSON.parse(JSON.stringify(numbered).replaceAll('Fråga 1: ', 'Fråga 9: ')) as object;
      expect(planted({ ...second, ...twin, key: 'answer/twin' })).toMatchObject({ questionsTwice: 1, lost: 0 });
    });

    it('ends with an error when the auditor finds something done twice', { timeout: 120_000 }, async () => {
      const dir = copyOf(left);
      plantTwin(dir);
      const twice = await simulate(dir, '--weeks', '4');
      expect(JSON.parse(twice.lines.at(-1)!)).toMatchObject({ postedTwice: 1, filedTwice: 0, lost: 0 });
      expect(twice.code).toBe(1);
    });

    it('has an auditor that sees what a test plants: a card twice, a file twice, a file lost, a word lost, a meeting twice in the calendar or not at all', () => {
      const dir = copyOf(left);
      const audited = () => {
        const from = Temporal.PlainDate.from('2027-01-11');
        return audit({ dir, agreement: stockholm, forum: hub, from, now: at('2027-02-08T00:00') });
      };
      expect(audited()).toMatchObject(zeros);
      const undo = plantTwin(dir);
      expect(audited()).toMatchObject({ postedTwice: 1, filedTwice: 0, lost: 0 });
      undo();

      const folder = path.join(dir, 'samarbetsyta', 'Mötesdokument', 'hub-intro', '2027', '2027-01-19');
      const name = 'hub-intro-2027-01-19-motesanteckningar';
      fs.copyFileSync(path.join(folder, `${name}.docx`), path.join(folder, `${name} 1.docx`));
      expect(audited()).toMatchObject({ filedTwice: 1, lost: 0 });
      fs.rmSync(path.join(folder, `${name} 1.docx`));

      const kept = fs.readFileSync(path.join(folder, `${name}.docx`));
      fs.rmSync(path.join(folder, `${name}.docx`));
      expect(audited()).toMatchObject({ minutesApproved: 2, minutesFiled: 1, lost: 1 });

      // The other meeting's minutes in its place: the file is there, what was said is not.
      fs.copyFileSync(
        path.join(folder, '..', '2027-02-02', 'hub-intro-2027-02-02-motesanteckningar.docx'),
        path.join(folder, `${name}.docx`),
      );
      expect(audited().lost).toBeGreaterThan(0);
      fs.writeFileSync(path.join(folder, `${name}.docx`), kept);
      expect(audited()).toMatchObject(zeros);

      const log = path.join(dir, 'samarbetsyta', '.samarbetsyta.jsonl');
      const before = fs.readFileSync(log, 'utf8');
      const lines = before.trim().split('\n');
      type Made = { kind: string; event: { id: string; subject: string; start: string } };
      const made = lines
        .map((line) => JSON.parse(line) as Made)
        .find(
          ({ kind, event }) => kind === 'event' && event.subject.startsWith(hub.name) && event.start.startsWith('2027-01-19'),
        )!;
      const [twin, gone, late] = [
        { ...made, event: { ...made.event, id: 'twin' } },
        { kind: 'event-gone', at: '', id: made.event.id },
        { ...made, event: { ...made.event, start: '2027-01-19T13:00:00Z' } },
      ];
      for (const [planted, seen] of [
        [twin, { eventsTwice: 1, lost: 0, inCalendar: 2 }],
        [gone, { eventsTwice: 0, lost: 1, inCalendar: 1 }],
        [late, { eventsTwice: 1, lost: 1, inCalendar: 1 }],
      ] as const) {
        fs.writeFileSync(log, `${before}${JSON.stringify(planted)}\n`);
        expect(audited()).toMatchObject(seen);
      }
    });
  });

  it('says how it is used when it is used wrong', async () => {
    const wrong = await simulate(fresh(), '--weeks', 'många');
    expect(wrong.code).toBe(2);
    expect(wrong.errors).toContain('npm run simulate');
  });
});

describe.skipIf(!needs('postgres'))('simulate on PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('files every meeting exactly once, also when it is killed at 8 named steps on the way', { timeout: 300_000 }, async () => {
    const dir = fresh();
    for (const point of KILLS_ON_POSTGRESQL) {
      const run = await simulateOn(database.url, dir, '--weeks', '4', '--kill-at', point);
      if (run.signal !== 'SIGKILL') throw new Error(`${point} was never reached: ${run.lines.at(-1)} ${run.errors}`);
    }
    expect(fs.existsSync(path.join(dir, 'store'))).toBe(false);
    const last = await simulateOn(database.url, dir, '--weeks', '4');
    expect(JSON.parse(last.lines.at(-1)!), last.errors).toEqual({
      meetings: 2,
      agendasFiled: 2,
      minutesApproved: 2,
      minutesFiled: 2,
      inCalendar: 2,
      ...questions(1, 0, 0),
      ...zeros,
    });
    expect(last.code).toBe(0);

    const embedded = await simulate(dir, '--weeks', '4');
    expect(embedded.code).toBe(2);
    expect(embedded.errors).toContain('DATABASE_URL');
  });

  it('refuses a directory that was begun on the embedded database', async () => {
    const dir = fresh();
    fs.mkdirSync(path.join(dir, 'store'));
    const run = await simulateOn(database.url, dir, '--weeks', '1');
    expect(run.code).toBe(2);
    expect(run.errors).toContain('DATABASE_URL');
    expect(fs.existsSync(path.join(dir, 'schema'))).toBe(false);
  });
});

/** The minutes' card a second time in what Teams saw. @returns what takes it back. */
function plantTwin(dir: string): () => void {
  const log = path.join(dir, 'teams', 'teams.jsonl');
  const before = fs.readFileSync(log, 'utf8');
  const post = before.split('\n').find((line) => line.includes('"kind":"posted"') && line.includes('"key":"minutes/'))!;
  fs.appendFileSync(log, `${JSON.stringify({ ...(JSON.parse(post) as object), activityId: '99999999999999' })}\n`);
  return () => fs.writeFileSync(log, before);
}
