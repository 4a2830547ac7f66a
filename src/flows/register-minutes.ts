/** Writes in the number each authority has registered filed minutes under, on the card and in the documents' columns. */
import { type Agreement, forumOf } from '../domain/agreement.ts';
import { wallClock } from '../domain/meeting.ts';
import type { SafeText } from '../domain/privacy.ts';
import { type Numbered, numbersOf } from '../domain/register-numbers.ts';
import { isRegistered, register } from '../domain/registration.ts';
import { editionOf } from '../domain/reopen.ts';
import { no, type Result } from '../domain/result.ts';
import type { Change } from '../ports.ts';
import { type Changed, changeMeeting, type Work } from './change-meeting.ts';
import { markFiled } from './mark-filed.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { registrarNeedsNoWord } from './tell-registrars.ts';

/** What a text column of SharePoint holds. */
const COLUMN = 255;

/** Each authority's number in the columns of the documents; `Registrerad` when all have given theirs. */
export async function markRegistered(
  change: Change,
  agreement: Agreement,
  filed: Numbered,
  paths: readonly string[],
  byAll: boolean,
): Promise<void> {
  const dnr = numbersOf(agreement, filed).map((one) => `${one.authority.name}: ${one.dnr ?? 'ej registrerad'}`);
  const columns = { Diarienummer: dnr.join('; ').slice(0, COLUMN), ...(byAll ? { Status: 'Registrerad' } : {}) };
  for (const path of paths) await markFiled(change, path, `registered-${filed.registered?.length ?? 0}`, columns);
}

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
    const documents = (await change.filedDocuments({ meeting: meetingId })).filter(
      (one) => one.type === 'motesanteckningar' && one.edition === editionOf(meeting),
    );
    const given = new Set([...numbers].filter(([, dnr]) => dnr.trim() !== '').map(([authority]) => authority));
    const paths = documents.map(({ path }) => path);
    const numbered = { ...done.value, edition: editionOf(meeting) };
    await markRegistered(change, agreement, numbered, paths, isRegistered(agreement, done.value));
    await registrarNeedsNoWord(product, change, forumOf(agreement, meeting.forum), paths, given);
    await showMinutes(product, change, done.value, figures, who.cause);
    await showAgenda(product, change, done.value, figures, who.cause);
    return done;
  };
  return changeMeeting(product, who, meetingId, write, 'register-own');
}
