import { view } from '../../src/flows/cards.ts';
import { ladderEnd, rungOf } from '../../src/flows/show-guidance.ts';
import type { Action, Claims, Pressed } from '../actions.ts';
import { noGuidance, proposable } from '../commands/guidance.ts';
import type { Turn } from '../turn.ts';

const rungIn = (claims: Claims): number => {
  const at = Number(claims['at']);
  return Number.isInteger(at) && at >= 0 ? at : 0;
};

/** The rung gave the answer; or, above the last one, the question is for the next meeting. */
async function ended(turn: Turn, at: number): Promise<Pressed> {
  const { guidance } = turn.product.agreement;
  if (!guidance) return { say: noGuidance };
  return { card: view('guidance', ladderEnd(guidance, at, await proposable(turn))), key: `guidance/${turn.actor.cause}` };
}

export const ladderAnswered: Action = (turn, claims) => ended(turn, rungIn(claims));

export const ladderNext: Action = async (turn, claims) => {
  const { guidance } = turn.product.agreement;
  const at = rungIn(claims) + 1;
  const next = guidance && rungOf(guidance, at, await proposable(turn));
  return next ? { card: view('guidance', next), key: `guidance/${turn.actor.cause}` } : ended(turn, at);
};
