/** Puts a meeting in the calendar, once, or changes what stands there: the calendar says what the meeting says now. */
import type { Calendar, CalendarEvent, Invitation } from '../../ports.ts';
import { Refused } from '../../ports.ts';
import { calendarRefused } from '../calendar-refused.ts';
import { aboutToCall, type EffectFlow, nothing } from '../effect-flow.ts';
import { tellPutBack } from '../put-back.ts';
import { keepSeen } from '../see-event.ts';
import { type EventPayload, hashOf, invitationTo, isAhead } from '../tell-calendar.ts';

interface Told {
  meeting: string;
  event: CalendarEvent;
  generation: number;
  sent: string;
  /** What lay there had been deleted. */
  wasGone: boolean;
}

/** Events of a meeting, one after the other deleted before we heard that they were made; then somebody has to look. */
const MOST = 5;

export const event: EffectFlow<unknown, Told | undefined> = {
  async act(product, effect) {
    const { calendar } = product;
    const { meeting: id } = effect.payload as EventPayload;
    const [meeting, kept] = await product.store.read((reader) => Promise.all([reader.meeting(id), reader.calendarEvent(id)]));
    if (!calendar || !meeting || !isAhead(product, meeting)) return { did: undefined };
    const invitation = invitationTo(product, meeting);
    const sent = hashOf(invitation);
    const lies = kept !== undefined && kept.id !== '';
    if (lies && kept.sent === sent) return { did: undefined };
    await aboutToCall(product, effect);
    const changed = lies ? await calendar.change(kept.id, invitation) : 'gone';
    if (lies && changed !== 'gone')
      return { did: { meeting: id, event: changed, generation: kept.generation, sent, wasGone: false } };
    const made = await create(calendar, invitation, id, (kept?.generation ?? 0) + (lies ? 1 : 0));
    // An earlier attempt may have put there what was true then.
    const now = effect.attempts > 1 ? await calendar.change(made.event.id, invitation) : made.event;
    const wasGone = lies || made.wasGone;
    return { did: { meeting: id, ...made, event: now === 'gone' ? made.event : now, sent, wasGone } };
  },

  async done(product, _effect, told) {
    if (!told) return nothing;
    const { meeting, event: lies, generation, sent, wasGone } = told;
    const keep = await keepSeen(product, { meeting, generation, sent }, lies);
    return async (change) => {
      await keep(change);
      if (wasGone) await tellPutBack(product, change, meeting, 'deleted');
    };
  },

  refused: async (product, effect) => {
    const { meeting } = effect.payload as EventPayload;
    return (change) => calendarRefused(product, change, meeting);
  },
};

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
