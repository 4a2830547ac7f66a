/** A meeting at each stage of its life. */
import { type CarriedOver, openAgenda, publish } from '../../src/domain/agenda.ts';
import { plan } from '../../src/domain/cadence.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { begin, close } from '../../src/domain/minutes.ts';
import { ownText } from '../../src/domain/privacy.ts';
import type { Result } from '../../src/domain/result.ts';
import { day, hub } from './definition.ts';

export const text = ownText;

export const nothing: CarriedOver = { items: [], actions: [] };

export const plannedMeeting = (slot = '2027-03-16'): Meeting => planned(plan(hub, day(slot), day(slot)).meetings[0]!);
export const openMeeting = (carried = nothing, slot?: string): Meeting =>
  openAgenda(plannedMeeting(slot), hub, carried, 'Uppföljning av öppna åtgärder');
export const publishedMeeting = (): Meeting => publish(openMeeting());
export const begunMeeting = (firstParagraph = 1): Meeting => begin(publishedMeeting(), firstParagraph);
export const draft = (of: Meeting = begunMeeting()): Meeting => must(close(of, '2027-03-16T14:00', []));

export const proposal = (title = 'När tolken uteblir', by = 'sara') => ({
  title: text(title),
  background: text(''),
  minutes: 10,
  kind: 'discussion' as const,
  by,
});

/** The value of a yes. */
export function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`expected a yes, got ${result.no}`);
  return result.value;
}
