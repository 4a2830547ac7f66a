/** Puts meetings in the calendar, once each, or changes what stands there: the calendar says what they say now. */
import type { Calendar, CalendarEvent, Invitation, StoredEffect } from '../../ports.ts';
import { Refused } from '../../ports.ts';
import { calendarClosed, calendarRefused } from '../calendar-refused.ts';
import { aboutToCall, type EffectFlow, type Ledger, lacksRight } from '../effect-flow.ts';
import type { Product } from '../product.ts';
import { tellPutBack } from '../put-back.ts';
import { keepSeen } from '../see-event.ts';
import { type EventPayload, hashOf, invitationTo, isAhead } from '../tell-calendar.ts';

type Told = { meeting: string } & (
  | { refused: string }
  | {
      event: CalendarEvent;
      generation: number;
      sent: string;
      /** What lay there had been deleted. */
      wasGone: boolean;
    }
);

/** Events of a meeting, one after the other deleted before we heard that they were made; then somebody has to look. */
const MOST = 5;

export const event: EffectFlow<unknown, Told[]> = {
  /** All of them are tried, and those that went well are found again by their keys when the others are tried anew. */
  async act(product, effect) {
    const { calendar } = product;
    if (!calendar) return { did: [] };
    const asked = (effect.payload as EventPayload).meetings;
    const tried = await Promise.allSettled(asked.map((meeting) => tell(product, calendar, effect, meeting)));
    const refusals = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    const fault = refusals.find((one) => !isForGood(one)) ?? (refusals.length === asked.length ? refusals[0] : undefined);
    if (fault !== undefined) throw fault;
    return {
      did: tried.flatMap((one, n): Told[] => {
        if (one.status === 'fulfilled') return one.value ? [one.value] : [];
        return [{ meeting: asked[n]!, refused: String(one.reason) }];
      }),
    };
  },

  async done(product, _effect, told) {
    const ledgers = await Promise.all(told.map((one) => kept(product, one)));
    return async (change) => {
      for (const keep of ledgers) await keep(change);
    };
  },

  waits: async (product, effect, why) => async (change) => {
    const [first] = (effect.payload as EventPayload).meetings;
    if (first !== undefined && lacksRight(why)) await calendarClosed(product, change, first);
  },

  refused: async (product, effect) => async (change) => {
    for (const meeting of (effect.payload as EventPayload).meetings) await calendarRefused(product, change, meeting);
  },
};

const isForGood = (error: unknown): boolean => error instanceof Refused && !lacksRight(error);

/** Undefined where there is nothing to say: the meeting has begun, or the calendar knows it as it is. */
async function tell(product: Product, calendar: Calendar, effect: StoredEffect, id: string): Promise<Told | undefined> {
  const [meeting, known] = await product.store.read((reader) => Promise.all([reader.meeting(id), reader.calendarEvent(id)]));
  if (!meeting || !isAhead(product, meeting)) return undefined;
  const invitation = invitationTo(product, meeting);
  const sent = hashOf(invitation);
  const lies = known !== undefined && known.id !== '';
  if (lies && known.sent === sent) return undefined;
  await aboutToCall(product, effect);
  const changed = lies ? await calendar.change(known.id, invitation) : 'gone';
  if (lies && changed !== 'gone') return { meeting: id, event: changed, generation: known.generation, sent, wasGone: false };
  const made = await create(calendar, invitation, id, (known?.generation ?? 0) + (lies ? 1 : 0));
  // An earlier attempt may have put there what was true then.
  const now = effect.attempts > 1 ? await calendar.change(made.event.id, invitation) : made.event;
  return { meeting: id, ...made, event: now === 'gone' ? made.event : now, sent, wasGone: lies || made.wasGone };
}

async function kept(product: Product, told: Told): Promise<Ledger> {
  if ('refused' in told) {
    product.log.error({ meeting: told.meeting, error: told.refused }, 'the calendar will not take the meeting');
    return (change) => calendarRefused(product, change, told.meeting);
  }
  const { meeting, event: lies, generation, sent, wasGone } = told;
  const keep = await keepSeen(product, { meeting, generation, sent }, lies);
  return async (change) => {
    await keep(change);
    if (wasGone) await tellPutBack(product, change, meeting, 'deleted');
  };
}

/** With the first key of the meeting's whose event nobody has deleted. */
async function create(
  calendar: Calendar,
  invitation: Invitation,
  meeting: string,
  from: number,
): Promise<{ event: CalendarEvent; generation: number; wasGone: boolean }> {
  for (let generation = from; ; generation += 1) {
    try {
      const made = await calendar.create(invitation, `${meeting}/${generation}`);
      return { event: made, generation, wasGone: generation > from };
    } catch (error) {
      const wasDeleted = error instanceof Refused && error.status === 409;
      if (!wasDeleted || generation - from >= MOST) throw error;
    }
  }
}
