/** What the local page asks of the running product. */
import { forumOf } from '../../src/domain/agreement.ts';
import { reachedStage } from '../../src/domain/meeting.ts';
import type { StepName } from '../../src/domain/steps.ts';
import { longDate } from '../../src/domain/swedish.ts';
import type { Product } from '../../src/flows/product.ts';
import type { Advance } from './advance.ts';
import type { Control, LocalFile } from './control.ts';

const STEP_WORDS: Record<StepName, string> = {
  'open-agenda': 'Öppnar dagordningen',
  'publish-agenda': 'Publicerar dagordningen och lägger den på samarbetsytan',
  'tell-secretary': 'Påminner sekreteraren om turen',
  'open-minutes': 'Mötet börjar: sekreteraren får anteckningarna',
  'remind-close': 'Ber sekreteraren avsluta mötet, om det inte är gjort',
  'remind-first': 'Påminner om att godkänna, om det inte är gjort',
  'remind-last': 'Påminner en sista gång om att godkänna, om det inte är gjort',
  'hand-over': 'Lämnar över till sammankallande, om ingen har godkänt',
};

export function localControl(
  product: Product,
  advance: Advance,
  files: () => Promise<LocalFile[]>,
  settle: () => Promise<void>,
): Control {
  const now = () => product.clock.now();
  return {
    now: () => now().toInstant().toString(),
    async due() {
      const steps = await product.store.read((reader) => reader.openSteps());
      return steps.map(({ at, name, forum, meeting }) => ({
        at: at.toInstant().toString(),
        what: `${STEP_WORDS[name]} (mötet ${longDate(meeting.slice(-10))})`,
        forum: forumOf(product.agreement, forum).name,
      }));
    },
    async advance(to) {
      const target =
        to === 'next'
          ? ((await advance.next()) ?? now())
          : to === 'day'
            ? now().add({ days: 1 })
            : Temporal.Instant.from(to).toZonedDateTimeISO(now().timeZoneId);
      await advance.to(target);
      return { now: now().toInstant().toString() };
    },
    async turn() {
      const meetings = await product.store.read(async (reader) =>
        (await Promise.all(product.agreement.forums.map((forum) => reader.meetings(forum.id)))).flat(),
      );
      return meetings
        .filter((meeting) => meeting.secretary && reachedStage(meeting, 'open') && !reachedStage(meeting, 'approved'))
        .map((meeting) => ({ person: meeting.secretary!.person, meeting: longDate(meeting.start) }));
    },
    files,
    agreement: () => ({ title: `${product.agreement.name} · ${product.agreement.appendix}` }),
    settled: settle,
  };
}
