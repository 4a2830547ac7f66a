import type { Transaction } from 'kysely';
import type { EffectKind } from '../../ports.ts';
import type { Tables } from './tables.ts';

/** Sends the wake-up jobs, inside the caller's transaction. */
export interface Wake {
  effect(
    tx: Transaction<Tables>,
    effect: { id: string; kind: EffectKind; lane: string; after?: number; notBefore?: Date; again?: true },
  ): Promise<void>;
  step(tx: Transaction<Tables>, step: { meeting: string; name: string; at: Date }): Promise<void>;
  /** A change has committed, and with it the jobs it sent. */
  committed(): void;
}
