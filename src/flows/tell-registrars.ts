/** An authority's registrar hears of what has been filed and is to be registered: once for each document and version. */
import { type Authority, type Forum, forumOf } from '../domain/agreement.ts';
import { registrarsIn } from '../domain/registration.ts';
import type { Change } from '../ports.ts';
import { message, takeBack } from './cards.ts';
import type { FilePayload } from './file-document.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

/** The path says which version. */
const wordKey = (path: string, person: string): string => `to-register/${path}/${person}`;

const forumOfFiled = ({ agreement }: Product, { meeting, report }: FilePayload, held: string | undefined): Forum => {
  const id = report?.forum ?? held;
  if (id === undefined) throw new Error(`filed a document of unknown meeting ${meeting}`);
  return forumOf(agreement, id);
};

/** @param held the forum of the meeting the document is from; a report names its own. */
export async function tellRegistrars(
  product: Product,
  change: Change,
  payload: FilePayload,
  url: string,
  held?: string,
): Promise<void> {
  const { path, edition, columns, meeting } = payload;
  const verb = payload.report ? 'register-report' : 'register';
  for (const { person, authority } of registrarsIn(product.agreement, forumOfFiled(product, payload, held))) {
    const replaces = edition > 1 ? `Den ersätter version ${edition - 1}. ` : '';
    const how = !payload.extract
      ? 'Skriv in numret här när handlingen är registrerad, eller skriv "att registrera" för att se allt som väntar.'
      : 'Handlingen har inget eget nummer här; den registreras i myndighetens diarium.';
    const shown = message(`Att registrera hos ${authority.name}: ${columns['Title']}`, {
      detail: `${replaces}${how}`,
      link: { title: 'Öppna filen', url },
      buttons: payload.extract ? [] : [{ title: 'Diarienummer', verb, data: { meeting }, dialog: true, primary: true }],
    });
    await nudge(product, change, { forum: '', person: person.id }, wordKey(path, person.id), shown);
  }
}

/** Registered before the word had gone out: it is needless. */
export async function registrarNeedsNoWord(
  { agreement }: Product,
  change: Change,
  forum: Forum,
  paths: readonly string[],
  by: ReadonlySet<Authority['id']>,
): Promise<void> {
  const registrars = registrarsIn(agreement, forum).filter(({ authority }) => by.has(authority.id));
  await takeBack(
    change,
    registrars.flatMap(({ person }) => paths.map((path) => wordKey(path, person.id))),
  );
}
