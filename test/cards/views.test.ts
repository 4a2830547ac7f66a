import { expect, it } from 'vitest';
import type { z } from 'zod';
import { cards } from '../../cards/cards.ts';
import type { Views } from '../../src/flows/views.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Marks that only types carry are left out. */
type Flat<T> = T extends (infer Each)[]
  ? Flat<Each>[]
  : T extends object
    ? { [Key in keyof T as Key extends symbol ? never : Key]: Flat<T[Key]> }
    : T;

/** Does not compile when a card asks for something else than the flow tells. */
const same: { [Name in keyof Views]: Same<Flat<z.infer<(typeof cards)[Name]['schema']>>, Flat<Views[Name]>> } = {
  agenda: true,
  'next-meeting': true,
  'why-day': true,
  guidance: true,
  indicators: true,
  'figures-ask': true,
  turn: true,
  secretary: true,
  swap: true,
  fairness: true,
  digest: true,
  reach: true,
  registrations: true,
  report: true,
  'dialog-follow-up': true,
  actions: true,
  decisions: true,
  'dialog-action': true,
  'dialog-decision': true,
  'dialog-swap': true,
  'dialog-adjust': true,
  'dialog-read': true,
  'dialog-register': true,
  'dialog-reopen': true,
  minutes: true,
  approval: true,
  message: true,
  help: true,
  welcome: true,
  questions: true,
  'dialog-lift': true,
  'dialog-case': true,
  'dialog-comment': true,
  'dialog-situation': true,
  'dialog-consent': true,
  'dialog-question': true,
  'dialog-propose': true,
  'dialog-attendance': true,
  'dialog-move': true,
  'dialog-note': true,
  'dialog-edit': true,
  'dialog-report': true,
  'dialog-take-back': true,
  'dialog-target': true,
  'dialog-why': true,
};

it('has a card for every view, asking for exactly what the view holds', () => {
  expect(Object.keys(cards).sort()).toEqual(Object.keys(same).sort());
});
