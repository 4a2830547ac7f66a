/** What people can say. A command is offered when it stands here; help and the manifest are checked against this list. */

import type { SafeText } from '../src/domain/privacy.ts';
import type { Act } from '../src/domain/rights.ts';
import { minaAtgarder } from './commands/actions.ts';
import { justera } from './commands/adjust.ts';
import { dagordning } from './commands/agenda.ts';
import { kalender, kalenderForum } from './commands/calendar.ts';
import { anmalArende, arende, arenden } from './commands/case.ts';
import { kommentera } from './commands/comment.ts';
import { beslutSok, skrivInBeslut } from './commands/decisions.ts';
import { veckobrev } from './commands/digest.ts';
import { forumensSiffror } from './commands/forum-figures.ts';
import { faktakort, vag } from './commands/guidance.ts';
import { help } from './commands/help.ts';
import { indikator, indikatorer } from './commands/indicators.ts';
import { anteckna, atgard, beslut, bordlagg, klar, overenskommet, taUppIgen } from './commands/minutes.ts';
import { anteckningar } from './commands/minutes-show.ts';
import { avboka, flytta } from './commands/move.ts';
import { nastaMote, planen } from './commands/next-meeting.ts';
import { foresla } from './commands/propose.ts';
import { fraga, lyft, minaFragor, oppnaFragor } from './commands/question.ts';
import { vemNaddes } from './commands/reach.ts';
import { attRegistrera } from './commands/register.ts';
import { lamnaSiffror } from './commands/report.ts';
import { arligUppfoljning, rapport } from './commands/report-show.ts';
import { rattvisa, vemArSekreterare } from './commands/secretary.ts';
import { sattMal } from './commands/set-target.ts';
import { lagesbild } from './commands/situation.ts';
import { angraByte, byta } from './commands/swap.ts';
import { varfor } from './commands/why.ts';
import { varforDenDagen } from './commands/why-day.ts';
import type { Answer, Turn } from './turn.ts';

export interface Command {
  /** What to say; the first is the one shown. Longer ones are matched first. */
  say: readonly [string, ...string[]];
  /** What it does, for help and the manifest: at most 100 characters. */
  does: string;
  /** How help shows it, when it takes text. */
  example: string;
  /** True when saying it changes something: then it is never guessed from what is almost the word. */
  writes: boolean;
  /** The right with which somebody who is no member of the forum may say it, in their own chat; nobody else may. */
  byOffice?: Act;
  run(turn: Turn, rest: SafeText): Promise<Answer>;
}

export const commands: readonly Command[] = [
  nastaMote,
  planen,
  varforDenDagen,
  flytta,
  avboka,
  dagordning,
  foresla,
  lyft,
  minaFragor,
  oppnaFragor,
  fraga,
  anmalArende,
  arenden,
  arende,
  indikatorer,
  indikator,
  lamnaSiffror,
  rapport,
  arligUppfoljning,
  sattMal,
  varfor,
  vemArSekreterare,
  byta,
  angraByte,
  rattvisa,
  vemNaddes,
  anteckna,
  overenskommet,
  beslut,
  atgard,
  lagesbild,
  kommentera,
  justera,
  bordlagg,
  taUppIgen,
  klar,
  minaAtgarder,
  veckobrev,
  beslutSok,
  skrivInBeslut,
  anteckningar,
  attRegistrera,
  forumensSiffror,
  faktakort,
  vag,
  kalender,
  kalenderForum,
  help(() => commands),
];

const plain = (text: string): string => text.toLocaleLowerCase('sv').normalize('NFC');

const ways = commands
  .flatMap((command) => command.say.map((way) => ({ command, way })))
  .sort((a, b) => b.way.length - a.way.length);

export interface Understood {
  command: Command;
  rest: string;
}

/** The command somebody said and the text after it; undefined when it is none. Any case; a colon after the word is fine. */
export function understand(said: string): Understood | undefined {
  const text = said.trim().normalize('NFC');
  const heard = plain(text);
  for (const { command, way } of ways) {
    if (!heard.startsWith(plain(way))) continue;
    const after = text.slice(way.length);
    if (after !== '' && !/^[\s:!?.,]/.test(after)) continue;
    return { command, rest: after.replace(/^[\s:!?.,]+/, '').trim() };
  }
  return undefined;
}
