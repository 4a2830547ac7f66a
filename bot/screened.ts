/**
 * The personal-data stop at the bot's door: what people write, press and fill in goes on as SafeText, or its writer alone is
 * told. Commands, actions and dialogs take nothing else.
 */
import { createHmac, randomBytes } from 'node:crypto';
import {
  type Allowed,
  type Finding,
  ownText,
  type SafeText,
  screen,
  splitOver,
  warningsIn,
  without,
} from '../src/domain/privacy.ts';
import { message, postCard } from '../src/flows/cards.ts';
import type { Product } from '../src/flows/product.ts';
import { tellIncidentContact } from '../src/flows/tell-incident-contact.ts';
import type { Claims, Given } from './actions.ts';
import { again, againInField, careful, stopped } from './sentences.ts';
import type { Answer, Turn } from './turn.ts';

export type Passed = { ok: true; text: SafeText } | { ok: false; answer: Answer };

/** What was stopped in a dialog. */
export interface Stop {
  fields: readonly string[];
  /** What its writer is told; `where` names the field: "rubriken". */
  say(where: string): string;
}

/** What each person was last asked about, as a hash that only this process can make; the text itself is kept nowhere. */
const asked = new Map<string, string>();
const salt = randomBytes(32);

/** True when the person sends exactly what they were asked about. */
function saidAgain(person: string, text: string): boolean {
  const hash = createHmac('sha256', salt).update(text).digest('hex');
  if (asked.get(person) === hash) return asked.delete(person);
  asked.set(person, hash);
  return false;
}

const today = ({ product }: Turn) => product.clock.now().toPlainDate();
const isDoubtful = (findings: readonly Finding[]): boolean => findings.every(({ action }) => action === 'confirm');

/** The log and the incident contact are told the kinds and how many. */
async function note({ product, forum, actor }: Turn, findings: readonly Finding[]): Promise<void> {
  const kinds = findings.map(({ type }) => type);
  product.log.warn(
    { stopped: kinds, count: kinds.length, cause: actor.cause },
    'text with a personal identity number was stopped',
  );
  await tellIncidentContact(product, forum, actor.cause, kinds);
}

/** In a channel the answer goes to the writer's own chat: nobody else needs to know. */
export async function screened(turn: Turn, text: string): Promise<Passed> {
  const result = screen(text, today(turn));
  if (result.ok) return result;
  const doubtful = isDoubtful(result.findings);
  const { product, actor } = turn;
  if (doubtful && saidAgain(actor.person.id, text)) return { ok: true, text: ownText(text) };
  await note(turn, result.findings);
  const words = stopped(result.findings);
  const detail = doubtful ? `${again} ${words.detail}` : words.detail;
  const answer = message(words.text, { detail });
  if (turn.personal) return { ok: false, answer };
  await product.store.change((change) => postCard(change, { person: actor.person.id }, `stop/${actor.cause}`, answer));
  return { ok: false, answer: undefined };
}

/** The id of something a card claims to be about; '' when it is no id. */
export function screenedId({ clock }: Product, claimed = ''): SafeText {
  const result = screen(claimed, clock.now().toPlainDate());
  return result.ok ? result.text : ownText('');
}

/** A button's data may have been typed by anybody: what carries a number does nothing. */
export async function screenedClaims(
  turn: Turn,
  given: Given,
): Promise<{ ok: true; claims: Claims } | { ok: false; say: string }> {
  const { claims, found } = screenedEach(turn, given);
  const findings = [...found.values()].flat();
  if (findings.length === 0) return { ok: true, claims };
  await note(turn, findings);
  return { ok: false, say: stopped(findings).text };
}

/** What somebody has filled in; what is stopped is taken out of it, and the rest of the text stays. */
export async function screenedFields(
  turn: Turn,
  dialog: string,
  given: Given,
): Promise<{ claims: Claims; stop: Stop | undefined }> {
  const { claims, found } = screenedEach(turn, given);
  const fields = [...found.keys()];
  const findings = [...found.values()].flat();
  if (fields.length === 0) return { claims, stop: undefined };
  const doubtful = isDoubtful(findings);
  const said = JSON.stringify([dialog, fields.map((name) => [name, given[name]])]);
  if (doubtful && saidAgain(turn.actor.person.id, said)) {
    const asTyped = fields.map((name) => [name, ownText(given[name] ?? '')] as const);
    return { claims: { ...claims, ...Object.fromEntries(asTyped) }, stop: undefined };
  }
  await note(turn, findings);
  const say = (where: string) => `${stopped(findings, where).text}${doubtful ? ` ${againInField}` : ''}`;
  return { claims, stop: { fields, say } };
}

function screenedEach(turn: Turn, given: Given): { claims: Claims; found: Map<string, Finding[]> } {
  const { whole, found } = withoutSplits(given, today(turn));
  const claims: Claims = {};
  for (const [name, text] of Object.entries(whole)) {
    const known = screen(name, today(turn));
    if (!known.ok) {
      found.set('', known.findings);
      continue;
    }
    const result = screen(text, today(turn));
    if (!result.ok) found.set(name, [...(found.get(name) ?? []), ...result.findings]);
    const rest = result.ok ? result : screen(without(text, result.findings, TAKEN), today(turn));
    claims[name] = rest.ok ? rest.text : ownText('');
  }
  return { claims, found };
}

const TAKEN = '[…]';

/** A number that somebody began in one field and ended in another is nobody's to save, in whichever order they stand. */
function withoutSplits(given: Given, day: Temporal.PlainDate): { whole: Given; found: Map<string, Finding[]> } {
  const whole: Given = { ...given };
  const found = new Map<string, Finding[]>();
  const names = Object.keys(given);
  for (const first of names) {
    for (const second of names) {
      const split = first === second ? undefined : splitOver(whole[first]!, whole[second]!, day);
      if (!split) continue;
      whole[first] = whole[first]!.slice(0, split.from) + TAKEN;
      whole[second] = TAKEN + whole[second]!.slice(split.to);
      found.set(first, [split.finding]);
      found.set(second, []);
    }
  }
  return { whole, found };
}

/** The addresses of people the product knows are no news to anybody. */
const allowed = ({ product }: Turn): Allowed => {
  const domains = product.agreement.people.flatMap(({ mail }) => mail?.split('@')[1]?.toLowerCase() ?? []);
  return { domains: [...new Set(domains)], phones: [] };
};

/** What its writer should hear about texts that were saved; '' when there is nothing to say. */
export function carefulWith(turn: Turn, texts: readonly string[]): string {
  return careful(texts.flatMap((text) => warningsIn(text, today(turn), allowed(turn))).map(({ type }) => type));
}

/** Says it in the writer's own chat, once for each message however often Teams delivers it. */
export async function tellCareful(turn: Turn, texts: readonly string[]): Promise<void> {
  const words = carefulWith(turn, texts);
  const { product, actor } = turn;
  if (words !== '')
    await product.store.change((change) =>
      postCard(change, { person: actor.person.id }, `careful/${actor.cause}`, message(words)),
    );
}
