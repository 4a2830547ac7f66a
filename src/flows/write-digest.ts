/** The weekly letter: one card a week to each member who has something ahead, whichever of their forums comes first. */
import { type Forum, forumOf, membersOf, type Person } from '../domain/agreement.ts';
import { isoWeek } from '../domain/calendar.ts';
import { digestOf, mondayAfter, saysNothing } from '../domain/digest.ts';
import type { Meeting } from '../domain/meeting.ts';
import { isOpen } from '../domain/question.ts';
import { digestStep } from '../domain/steps.ts';
import type { Change, Reader } from '../ports.ts';
import { view } from './cards.ts';
import { isOver } from './nearest.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';
import { standsNow } from './question-way.ts';
import { openFor } from './show-actions.ts';
import type { DigestView } from './views/digest.ts';

/** Questions a card has room for. */
const SHOWN = 5;

const setting = (person: string): string => `digest-off/${person}`;

/** Undefined when there is nothing to say. */
export async function digestView(product: Product, read: Reader, person: Person): Promise<DigestView | undefined> {
  const now = product.clock.now();
  const named = (forum: string) => forumOf(product.agreement, forum).name;
  const forums = await Promise.all(
    person.forums.map(async (id) => ({ forum: forumOf(product.agreement, id), meetings: await read.meetings(id) })),
  );
  const digest = digestOf(person.id, now, forums, await openFor(product, read, person));
  const asked = (await read.questions('open')).filter(
    (question) => isOpen(question) && question.askers.some((one) => one.person === person.id && !one.withdrawn),
  );
  if (saysNothing(digest) && asked.length === 0) return undefined;
  return {
    day: now.toPlainDate().toString(),
    meetings: digest.meetings.map((one) => ({ ...one, forum: named(one.forum) })),
    drafts: digest.drafts.map((one) => ({ ...one, forum: named(one.forum) })),
    actions: { ...digest.actions, next: digest.actions.next ?? null },
    questions: asked.slice(0, SHOWN).map((one) => ({ id: one.id, text: one.text, stands: standsNow(product, one) })),
    more: Math.max(0, asked.length - SHOWN),
  };
}

/** Once a week for each person: the first of their forums whose step runs writes it. */
export async function writeDigests(product: Product, change: Change, forum: Forum): Promise<void> {
  const week = isoWeek(product.clock.now().toPlainDate());
  for (const person of membersOf(product.agreement, forum.id)) {
    if (person.entraId === undefined || (await change.setting(setting(person.id))) === 'off') continue;
    const key = `digest/${week}/${person.id}`;
    if (!(await change.once(key))) continue;
    const letter = await digestView(product, change, person);
    if (letter) await nudge(product, change, { forum: forum.id, person: person.id }, key, view('digest', letter));
  }
  await planDigest(product, change, forum, await change.meetings(forum.id));
}

/** The next letter's step, kept with the forum's next meeting; a forum without one ahead has no letter of its own. */
export async function planDigest(product: Product, change: Change, forum: Forum, meetings: readonly Meeting[]): Promise<void> {
  const now = product.clock.now();
  const next = meetings.find((meeting) => !isOver(meeting, now));
  if (!next) return;
  const step = digestStep(mondayAfter(now.toPlainDate()));
  const planned = (await change.openSteps(forum.id)).some(({ name }) => name === step.name);
  if (!planned) await change.planSteps(next.id, forum.id, [step]);
}

/** Whether the person gets the letter from now on. */
export async function wantDigest(product: Product, person: string, wanted: boolean): Promise<void> {
  await product.store.change((change) => change.keepSetting(setting(person), wanted ? 'on' : 'off'));
}
