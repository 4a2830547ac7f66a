/** Values on their way into the tables, and out of them. */
import type { Clock } from '../../ports.ts';

export const json = (value: unknown): string => JSON.stringify(value);

export const instant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

export const now = (clock: Clock): Date => new Date(clock.now().epochMilliseconds);
