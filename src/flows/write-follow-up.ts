/** Those who make the yearly follow-up write its deviations, progress, analysis and proposals (U 9), until it is frozen and after. */
import { bothSaid, FOLLOW_UP_FIELDS, FOLLOW_UP_LONGEST, type FollowUpField, type FollowUpWords } from '../domain/follow-up.ts';
import type { SafeText } from '../domain/privacy.ts';
import { type ReportKind, reportOf } from '../domain/report.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { type SavedWords, savedWords, wordsName } from './follow-up.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { mayMake, standing } from './report.ts';

/** Of the year that is being made; another one stands as it was frozen. */
async function writable(
  product: Product,
  { person }: Actor,
  claimed: { forum: string; period: string },
): Promise<Result<ReportKind, Refusal>> {
  const kind = reportOf(product.agreement, claimed.forum, 'year');
  if (!kind || kind.from !== claimed.forum || !mayMake(product, person, kind)) return no('not-maker');
  return (await standing(product, kind))?.period === claimed.period ? yes(kind) : no('other-report');
}

export async function followUpWords(
  product: Product,
  who: Actor,
  claimed: { forum: string; period: string },
): Promise<Result<SavedWords, Refusal>> {
  const kind = await writable(product, who, claimed);
  if (!kind.ok) return kind;
  return yes(await product.store.read((reader) => savedWords(reader, kind.value.from, claimed.period)));
}

/** Undefined when it is saved; else both texts, for somebody saved theirs while this was written. */
export async function writeFollowUp(
  product: Product,
  who: Actor,
  claimed: { forum: string; period: string; seen: string },
  words: Record<FollowUpField, SafeText>,
): Promise<Result<SavedWords | undefined, Refusal>> {
  const kind = await writable(product, who, claimed);
  if (!kind.ok) return kind;
  if (FOLLOW_UP_FIELDS.some((field) => words[field].length > FOLLOW_UP_LONGEST)) return no('too-long-follow-up');
  const { from } = kind.value;
  return product.store.change(async (change) => {
    await change.lock(from);
    const before = await savedWords(change, from, claimed.period);
    const same = FOLLOW_UP_FIELDS.every((field) => before.words[field] === words[field]);
    if (same) return yes(undefined);
    if (before.seen !== claimed.seen)
      return yes({ words: bothSaid(before.words, words) satisfies FollowUpWords, seen: before.seen });
    if (!(await change.once(who.cause))) return yes(undefined);
    const saved: SavedWords = { words, seen: who.cause };
    await change.keepSetting(wordsName(from, claimed.period), JSON.stringify(saved));
    return yes(undefined);
  });
}
