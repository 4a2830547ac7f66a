/** What a changed definition does, line by line: against an earlier file, or against the meetings that are stored. */
import type { Agreement } from '../../src/domain/agreement.ts';
import { type Meeting, wallClock } from '../../src/domain/meeting.ts';
import { planDifferences } from '../../src/domain/plan-diff.ts';
import { meetingTime, moment } from '../../src/domain/swedish.ts';
import type { YearMeeting } from '../../src/domain/year-plan.ts';
import type { Foresight } from '../../src/flows/foresee-definition.ts';

const planTime = (one: YearMeeting): string => meetingTime(wallClock(one.start), wallClock(one.end));
const time = (one: { start: string; end: string }): string => meetingTime(one.start, one.end);

const NOWHERE = 'Filen lämnar ingen dag att flytta det till: korta uppehållet, eller ändra "flytt".';

export function* differenceLines(
  was: Agreement,
  now: Agreement,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  only: string | undefined,
): Generator<string, void> {
  const names = new Map([...was.forums, ...now.forums].map(({ id, name }) => [id, name]));
  const found = planDifferences(was, now, from, to).filter((one) => only === undefined || one.forum === only);
  for (const one of found) {
    const forum = names.get(one.forum);
    if (one.kind === 'moved') yield `Flyttas: ${forum}, ${planTime(one.was)} → ${planTime(one.now)}`;
    else if (one.kind === 'new') yield `Nytt:    ${forum}, ${planTime(one.now)}`;
    else if (one.stuck) yield `Kan inte hållas: ${forum}, ${planTime(one.was)}. ${NOWHERE}`;
    else yield `Vilar:   ${forum}, ${planTime(one.was)}`;
  }
  yield found.length === 0 ? 'Planen är densamma.' : `${meetings(found.length)} ändras.`;
}

const meetings = (count: number): string => (count === 1 ? 'Ett möte' : `${count} möten`);

/** How far a meeting has been told of. */
function told({ stage }: Meeting): string {
  if (stage.name === 'planned') return '';
  return stage.name === 'open' ? ' (dagordningen är öppen)' : ' (dagordningen är publicerad)';
}

export function* foresightLines(
  agreement: Agreement,
  { forums, gone }: Foresight,
  { now, where, only }: { now: Temporal.ZonedDateTime; where: string; only: string | undefined },
): Generator<string, void> {
  yield `De möten som är planerade i ${where} ${moment(wallClock(now))}, mot ${agreement.appendix}:`;
  let [moves, additions] = [0, 0];
  for (const { forum, moved, added, byHand, stuck } of forums) {
    if (only !== undefined && forum.id !== only) continue;
    for (const { meeting, to } of moved) yield `Flyttas: ${forum.name}, ${time(meeting)} → ${time(to)}${told(meeting)}`;
    for (const one of added) yield `Nytt:    ${forum.name}, ${meetingTime(wallClock(one.start), wallClock(one.end))}`;
    for (const one of byHand)
      yield `Ligger kvar: ${forum.name}, ${time(one)}, dit någon har flyttat det (${one.moves?.at(-1)?.reason ?? ''})`;
    for (const { meeting, because } of stuck)
      yield `Kan inte hållas: ${forum.name}, ${time(meeting)} (${because}), men ligger kvar. ${NOWHERE}`;
    moves += moved.length;
    additions += added.length;
  }
  for (const { forum, meetings: left } of gone)
    yield `Obs: ${forum} finns inte i filen men har ${left.length === 1 ? 'ett planerat möte' : `${left.length} planerade möten`}, först ${time(left[0]!)}. Behåll forumet i filen tills mötena är hållna.`;
  if (moves + additions === 0) yield 'Inget av dem flyttas.';
  else {
    const parts = [moves > 0 ? `${meetings(moves)} flyttas` : '', additions > 0 ? `${meetings(additions)} tillkommer` : ''];
    yield `${parts.filter(Boolean).join(' och ')} när produkten startas med filen. Alla som berörs får veta det i kanalen.`;
  }
}
