/** The first thing a member sees in their own chat with the bot. */
import { forumOf, type Person } from '../src/domain/agreement.ts';
import { personView } from '../src/flows/agenda-view.ts';
import { message, view } from '../src/flows/cards.ts';
import { nextMeeting } from '../src/flows/meetings.ts';
import type { Product } from '../src/flows/product.ts';
import type { View } from '../src/ports.ts';
import { onlyOffice } from './sentences.ts';

export async function welcome(product: Product, person: Person | undefined): Promise<View | undefined> {
  const forumId = person?.forums[0];
  if (!person) return undefined;
  if (!forumId) return onlyOffice(person) === '' ? undefined : message(onlyOffice(person));
  const meeting = await product.store.read((reader) => nextMeeting(reader, forumId));
  if (!meeting) return undefined;
  return view('welcome', {
    forum: forumOf(product.agreement, forumId).name,
    name: person.name,
    role: person.role,
    next: meeting.start,
    secretary: meeting.secretary ? personView(product, meeting.secretary.person) : null,
  });
}
