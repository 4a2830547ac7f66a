/** Each organisation is asked for its lägesbild, once; what it writes stands in agenda and minutes as given. */
import { forumOf } from '../domain/agreement.ts';
import { type Meeting, reachedStage, wallClock } from '../domain/meeting.ts';
import type { SafeText } from '../domain/privacy.ts';
import { no, type Result } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import { askedFor, reporterOf, reporters, writeSituation } from '../domain/situations.ts';
import { longDate } from '../domain/swedish.ts';
import type { Change } from '../ports.ts';
import { message, reply } from './cards.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import { nudge } from './nudge.ts';
import type { Actor, Product, Refusal } from './product.ts';
import type { Answer } from './propose-item.ts';

export const writeButton = (meeting: string) => ({
  title: 'Skriv lägesbild',
  verb: 'situation',
  data: { meeting },
  dialog: true,
  primary: true,
});

/** Silent to those whose organisation has written already. */
export async function askForSituations(product: Product, change: Change, meeting: Meeting): Promise<void> {
  if (reachedStage(meeting, 'in-progress')) return;
  const forum = forumOf(product.agreement, meeting.forum);
  for (const from of reporters(forum)) {
    if (meeting.situations?.some((one) => one.from === from.id)) continue;
    const person = askedFor(product.agreement, forum, from);
    if (!person) continue;
    const text = `Skriv en kort lägesbild från ${from.name} till ${forum.called} ${longDate(meeting.start)}.`;
    const detail =
      'Den står på dagordningen och i anteckningarna precis så som du skriver den. En kollega från samma organisation kan skriva i ditt ställe.';
    await nudge(
      product,
      change,
      { forum: forum.id, person: person.id, before: meeting.start },
      `ask-situation/${meeting.id}/${from.id}`,
      message(text, { detail, buttons: [writeButton(meeting.id)] }),
    );
  }
}

export function takeSituation(
  product: Product,
  who: Actor,
  meetingId: string,
  text: SafeText,
  answer?: Answer,
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    if (!mayIn(product.agreement, who.person, 'take-part', meeting)) return no('not-member');
    const forum = forumOf(product.agreement, meeting.forum);
    const by = { person: who.person.id, unit: who.person.unit };
    const written = writeSituation(meeting, forum, by, text, wallClock(product.clock.now()));
    if (!written.ok) return no(written.no);
    if (meeting.stage.name !== 'planned') await showAgenda(product, change, written.value, figures, who.cause);
    if (meeting.stage.name === 'in-progress') await showMinutes(product, change, written.value, figures, who.cause);
    if (answer) await reply(change, answer.to, who.cause, answer.say(written.value, 0));
    return written;
  });
}

/** The organisation somebody may write for in the forum; undefined for none. */
export const writesFor = (product: Product, forum: string, unit: string) => reporterOf(forumOf(product.agreement, forum), unit);
