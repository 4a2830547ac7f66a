/** Writes in the number each authority has registered filed minutes under, on the card and in the documents' columns. */
import { forumOf } from '../domain/agreement.ts';
import { wallClock } from '../domain/meeting.ts';
import type { SafeText } from '../domain/privacy.ts';
import { isRegistered, register, registrations } from '../domain/registration.ts';
import { editionOf } from '../domain/reopen.ts';
import { no, type Result } from '../domain/result.ts';
import { type Changed, changeMeeting, type Work } from './change-meeting.ts';
import { markFiled } from './mark-filed.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { registrarNeedsNoWord } from './tell-registrars.ts';

/** What a text column of SharePoint holds. */
const COLUMN = 255;

export function registerMinutes(
  product: Product,
  who: Actor,
  meetingId: string,
  numbers: ReadonlyMap<string, SafeText>,
): Promise<Result<Changed, Refusal>> {
  const { agreement, clock } = product;
  const write: Work = async (change, meeting, figures) => {
    const done = register(agreement, meeting, who.person, numbers, wallClock(clock.now()));
    if (!done.ok) return no(done.no);
    const dnr = registrations(agreement, done.value).map((one) => `${one.authority.name}: ${one.dnr ?? 'ej registrerad'}`);
    const status = isRegistered(agreement, done.value) ? { Status: 'Registrerad' } : {};
    const documents = (await change.filedDocuments({ meeting: meetingId })).filter(
      (one) => one.type === 'motesanteckningar' && one.edition === editionOf(meeting),
    );
    for (const { path } of documents)
      await markFiled(change, path, `registered-${done.value.registered?.length ?? 0}`, {
        Diarienummer: dnr.join('; ').slice(0, COLUMN),
        ...status,
      });
    const given = new Set([...numbers].filter(([, dnr]) => dnr.trim() !== '').map(([authority]) => authority));
    const paths = documents.map(({ path }) => path);
    await registrarNeedsNoWord(product, change, forumOf(agreement, meeting.forum), paths, given);
    await showMinutes(product, change, done.value, figures, who.cause);
    await showAgenda(product, change, done.value, figures, who.cause);
    return done;
  };
  return changeMeeting(product, who, meetingId, write, 'register-own');
}
