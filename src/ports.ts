/**
 * What the product needs from outside, in our words. Flows receive these; adapters implement them;
 * only bot/compose.ts knows which adapter it is. A new one has its file in `ports/`, and its line here.
 */
import type { Answer } from './domain/answers.ts';
import type { Invitation } from './domain/invitation.ts';
import type { SafeText } from './domain/privacy.ts';

export type * from './ports/calendar.ts';
export type * from './ports/changes.ts';
export type * from './ports/chat.ts';
export type * from './ports/clock.ts';
export type * from './ports/directory.ts';
export type * from './ports/documents.ts';
export type * from './ports/effects.ts';
export * from './ports/failures.ts';
export type * from './ports/figures.ts';
export type * from './ports/log.ts';
export type * from './ports/samarbetsyta.ts';
export type * from './ports/store.ts';
export type { Answer, Invitation, SafeText };
