import { trimmed } from '../../src/domain/privacy.ts';
import { mayConcern, placeName } from '../../src/domain/question-paths.ts';
import { decidersAbove } from '../../src/domain/question-rights.ts';
import { view } from '../../src/flows/cards.ts';
import { recordDecision } from '../../src/flows/record-decision.ts';
import type { DecisionDialogView } from '../../src/flows/views/decisions.ts';
import type { Claims } from '../actions.ts';
import { isDate } from '../date-input.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const CALLED: Record<string, string> = { title: 'rubriken', text: 'beslutet' };

const chosen = (claims: Claims): string[] => (claims['concerns'] ?? '').split(',').filter((one) => one !== '');

function shown({ product: { agreement, clock }, actor }: Turn, claims: Claims, error: string): Opened {
  const above = decidersAbove(agreement, actor.person);
  const from = (above.find((one) => one.from === claims['from']) ?? above[0])?.from;
  if (from === undefined) return { say: refusals['not-decider'] };
  const { title = '', text = '', on = '' } = claims;
  const data: DecisionDialogView = {
    meeting: claims['meeting'] ?? '',
    from,
    name: placeName(agreement, from),
    on: isDate(on) ? on : clock.now().toPlainDate().toString(),
    title,
    text,
    concerns: mayConcern(agreement, from).map(({ id, called }) => ({ id, name: called })),
    chosen: chosen(claims),
    error,
  };
  return { title: 'Skriv in ett beslut', view: view('dialog-decision', data) };
}

/** A decision of a forum that has no meetings here is written in, and goes down to those it concerns. */
export const decision: Dialog = {
  open: async (turn, claims) => shown(turn, claims, ''),

  async submit(turn, claims) {
    const [title, text] = [trimmed(claims['title']), trimmed(claims['text'])];
    const { from = '', on = '' } = claims;
    if (title === '' || text === '') return shown(turn, claims, 'Skriv vad beslutet gäller och vad som beslutades.');
    if (!isDate(on)) return shown(turn, claims, 'Välj dagen då det beslutades.');
    const done = await recordDecision(turn.product, turn.actor, { from, title, text, on, concerns: chosen(claims) });
    if (done.ok) return { saved: 'Beslutet står på forumens nästa dagordning och är öppet tills alla har tagit emot det.' };
    return done.no === 'not-yet' ? shown(turn, claims, refusals['not-yet']) : { say: refusals[done.no] };
  },

  again: async (turn, claims, stop) => shown(turn, claims, stop.say(CALLED[stop.fields[0] ?? ''] ?? 'texten')),
};
