/**
 * Counts what the outside saw, and nothing else: the local Teams' log, the samarbetsyta's log and its folder, against
 * the agreement's plan. It does not ask the bot and does not read its store.
 */
import fs from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import type { Agreement, Forum } from '../../src/domain/agreement.ts';
import { type PlannedMeeting, plan } from '../../src/domain/cadence.ts';
import { filePath, type Handlingstyp, pdfBeside, withFolder } from '../../src/domain/filing.ts';
import { wallClock } from '../../src/domain/meeting.ts';
import { liftsOf } from '../../src/domain/question-paths.ts';
import { nextAudible } from '../../src/domain/quiet-hours.ts';
import { type StepName, stepsFor } from '../../src/domain/steps.ts';
import type { Happening } from '../local/happenings.ts';
import { channelOf, LIBRARIES } from '../local/sample-world.ts';
import { auditCalendar, type CalendarLine } from './audit-calendar.ts';
import { auditQuestions } from './audit-questions.ts';

export interface Audit {
  meetings: number;
  agendasFiled: number;
  minutesApproved: number;
  minutesFiled: number;
  postedTwice: number;
  filedTwice: number;
  inCalendar: number;
  eventsTwice: number;
  /** Lifted to the level above; answered there; received at home. */
  questions: number;
  questionsAnswered: number;
  questionsReceived: number;
  questionsTwice: number;
  lost: number;
  /** What was lost or done twice, in words. */
  faults: string[];
}

function lines<T>(file: string): T[] {
  if (!fs.existsSync(file)) return [];
  const whole = fs.readFileSync(file, 'utf8').split('\n');
  // A line without its newline was cut off and never answered.
  return whole.slice(0, -1).flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
}

interface Requested {
  kind: 'request';
  outcome?: string;
  path: string;
}

function documentsIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

/** The plain text of a Word file. */
function textOf(file: string): string {
  const xml = new PizZip(fs.readFileSync(file)).file('word/document.xml')?.asText() ?? '';
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

const said =
  /^(?:<at>[^<]*<\/at>\s*)?(föreslå|anteckna|överenskommet|beslut|åtgärd)\s+(?:\d+\s+)?(?:@\S+\s+)?(.+?)(?:\s+senast\s+\S+)?$/i;

export function audit(given: {
  dir: string;
  agreement: Agreement;
  forum: Forum;
  from: Temporal.PlainDate;
  now: Temporal.ZonedDateTime;
  /** When the bot came up: what fell due before was done then. Left out where it was up all the time. */
  upSince?: Temporal.ZonedDateTime;
}): Audit {
  const { dir, forum, from, now, upSince } = given;
  const happenings = lines<Happening>(path.join(dir, 'teams', 'teams.jsonl'));
  const log = lines<Requested | CalendarLine>(path.join(dir, 'samarbetsyta', '.samarbetsyta.jsonl'));
  const folder = path.join(dir, 'samarbetsyta', LIBRARIES.meetings);
  const documents = documentsIn(folder);
  const faults: string[] = [];

  // What was posted, by key; a deleted post does not count.
  const deleted = new Set(happenings.flatMap((one) => (one.kind === 'deleted' ? [one.activityId] : [])));
  const posts = new Map<string, number>();
  for (const one of happenings) {
    if (one.kind !== 'posted' || one.key === '' || deleted.has(one.activityId)) continue;
    const key = `${one.key} in ${one.conversationId.split(';')[0]}`;
    posts.set(key, (posts.get(key) ?? 0) + 1);
  }
  // An answer to a question belongs to its question; asked again it is answered again.
  const twice = [...posts].filter(([key, times]) => times > 1 && !key.startsWith('answer/'));
  for (const [key, times] of twice) faults.push(`posted ${times} times: ${key}`);
  const postedTwice = twice.reduce((sum, [, times]) => sum + times - 1, 0);
  const wasPosted = (prefix: string) => [...posts.keys()].some((key) => key.startsWith(prefix));

  const planned = plan(forum, from, now.toPlainDate().add({ days: 60 })).meetings;
  const over = (meeting: PlannedMeeting, step: StepName) =>
    stepsFor(meeting, forum).some((one) => one.name === step && Temporal.ZonedDateTime.compare(one.at, now) <= 0);
  /** A card nobody asked for waits for a working hour, unless the meeting comes first. */
  const nudged = (meeting: PlannedMeeting, step: StepName) => {
    const at = stepsFor(meeting, forum).find(({ name }) => name === step)!.at;
    const due = upSince && Temporal.ZonedDateTime.compare(upSince, at) > 0 ? upSince : at;
    const heard = nextAudible(due, forum.pauses);
    const goes = Temporal.ZonedDateTime.compare(heard, meeting.start) < 0 ? heard : due;
    return Temporal.ZonedDateTime.compare(goes, now) <= 0;
  };
  const fileOf = (meeting: PlannedMeeting, type: Handlingstyp) =>
    filePath(withFolder({ forum: forum.id, start: wallClock(meeting.start) }), type);
  const lostIf = (missing: boolean, what: string): number => {
    if (missing) faults.push(`lost: ${what}`);
    return missing ? 1 : 0;
  };

  let [agendasFiled, minutesApproved, minutesFiled, lost] = [0, 0, 0, 0];
  const expected = new Set<string>();
  for (const meeting of planned) {
    for (const [step, key] of [
      ['open-agenda', 'agenda'],
      ['tell-secretary', 'turn'],
      ['open-minutes', 'minutes'],
    ] as const) {
      const prefix = step === 'open-agenda' ? `${key}/${meeting.id} ` : `${key}/${meeting.id}/`;
      const due = step === 'tell-secretary' ? nudged(meeting, step) : over(meeting, step);
      if (due) lost += lostIf(!wasPosted(prefix), `${key} card of ${meeting.id}`);
    }
    const agenda = fileOf(meeting, 'dagordning');
    if (over(meeting, 'publish-agenda')) {
      expected.add(agenda);
      if (documents.includes(agenda)) agendasFiled += 1;
      else lost += lostIf(true, `agenda file of ${meeting.id}`);
    }
    const approved = isApproved(happenings, meeting.id);
    const minutes = fileOf(meeting, 'motesanteckningar');
    if (approved) {
      expected.add(minutes);
      expected.add(pdfBeside(minutes));
      minutesApproved += 1;
      if (documents.includes(minutes)) minutesFiled += 1;
      else lost += lostIf(true, `minutes file of ${meeting.id}`);
    }
    lost += lostWords(
      happenings,
      meeting,
      { agenda: path.join(folder, agenda), minutes: path.join(folder, minutes), approved },
      faults,
    );
  }

  // Made more than once, or lying there under a name the plan does not know ("… 1.docx").
  const made = new Map<string, number>();
  for (const one of log)
    if (one.kind === 'request' && one.outcome === 'created') made.set(one.path, (made.get(one.path) ?? 0) + 1);
  const madeTwice = [...made].filter(([, times]) => times > 1);
  const unknown = documents.filter((one) => one.startsWith(`${forum.id}/`) && !expected.has(one));
  for (const [file, times] of madeTwice) faults.push(`filed ${times} times: ${file}`);
  for (const file of unknown) faults.push(`filed without a place in the plan: ${file}`);
  const filedTwice = madeTwice.reduce((sum, [, times]) => sum + times - 1, 0) + unknown.length;

  const isOfCalendar = (line: Requested | CalendarLine): line is CalendarLine => line.kind.startsWith('event');
  const calendar = auditCalendar(log.filter(isOfCalendar), forum, from, now, given.agreement.heldAhead);
  faults.push(...calendar.faults);
  const { inCalendar, eventsTwice } = calendar;
  lost += calendar.faults.length - eventsTwice;

  const [above] = liftsOf(given.agreement, forum);
  const questions = auditQuestions(happenings, channelOf(forum.id), channelOf(above?.to ?? ''));
  faults.push(...questions.faults);
  lost += questions.lost;

  const meetings = planned.filter((meeting) => Temporal.ZonedDateTime.compare(meeting.end, now) <= 0).length;
  return {
    meetings,
    agendasFiled,
    minutesApproved,
    minutesFiled,
    postedTwice,
    filedTwice,
    inCalendar,
    eventsTwice,
    questions: questions.questions,
    questionsAnswered: questions.answered,
    questionsReceived: questions.received,
    questionsTwice: questions.questionsTwice,
    lost,
    faults,
  };
}

/** Somebody pressed Godkänn for the meeting, was answered, and the card that came back or was updated has no such button left. */
function isApproved(happenings: readonly Happening[], meeting: string): boolean {
  const pressed = happenings.findIndex((one) => one.kind === 'invoked' && verbOf(one.activity) === `minutes_approve ${meeting}`);
  if (pressed < 0) return false;
  const shown = happenings.slice(pressed).flatMap((one) => {
    if (one.kind === 'updated' && one.key.startsWith(`minutes/${meeting}/`)) return [JSON.stringify(one.card)];
    if (one.kind === 'answered' && one.view?.card.body?.[0]?.id?.startsWith(`minutes/${meeting}/`))
      return [JSON.stringify(one.view.card)];
    return [];
  });
  return shown.some((card) => !card.includes('minutes_approve'));
}

function verbOf(activity: Record<string, unknown>): string {
  const action = (activity['value'] as { action?: { verb?: string; data?: { meeting?: string } } } | undefined)?.action;
  return `${action?.verb} ${action?.data?.meeting}`;
}

/** What members wrote in the simulation must stand in the documents. */
function lostWords(
  happenings: readonly Happening[],
  meeting: PlannedMeeting,
  files: { agenda: string; minutes: string; approved: boolean },
  faults: string[],
): number {
  let lost = 0;
  for (const one of happenings) {
    if (one.kind !== 'said' || !one.activityId.startsWith(`sim:${meeting.id}:`)) continue;
    const [, word = '', text = ''] = said.exec(one.text) ?? [];
    if (word === '') continue;
    const file = word.toLowerCase() === 'föreslå' ? files.agenda : files.minutes;
    if (!fs.existsSync(file) || (file === files.minutes && !files.approved)) continue;
    if (textOf(file).includes(text)) continue;
    faults.push(`lost: "${text}" said for ${meeting.id} is not in ${path.basename(file)}`);
    lost += 1;
  }
  return lost;
}
