/** A no in the middle of a change: takes back everything in it, the cause included, so that the same press may succeed later. */
import { no, type Result } from '../domain/result.ts';
import type { Refusal } from './product.ts';

export class Rollback extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** The no that took a change back; anything else goes on as the error it is. */
export function refusalOf(error: unknown): Result<never, Refusal> {
  if (error instanceof Rollback) return no(error.refusal);
  throw error;
}
