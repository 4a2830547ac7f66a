/** What the local page asks of the running product. */
import { type Meeting, reachedStage } from '../../src/domain/meeting.ts';
import {
  again,
  isActionStep,
  isAskStep,
  isDigestStep,
  isPurgeDraft,
  type MeetingStep,
  type StepName,
} from '../../src/domain/steps.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { isBoxStep } from '../../src/domain/time-boxes.ts';
import type { Product } from '../../src/flows/product.ts';
import type { Advance } from './advance.ts';
import type { Control, LocalFile, PeoplesCalendar } from './control.ts';

const STEP_WORDS: Record<MeetingStep, string> = {
  'ask-figures': 'Frågar dem som inte har lämnat siffror, om några saknas',
  'open-agenda': 'Öppnar dagordningen',
  'remind-figures': 'Påminner dem som inte har lämnat siffror, om några saknas',
  'ask-situations': 'Frågar organisationerna efter lägesbilder',
  'publish-agenda': 'Publicerar dagordningen och lägger den på samarbetsytan',
  'tell-secretary': 'Säger till den som står på tur att skriva',
  'tell-away': 'Säger till sammankallande, om den som står på tur är borta enligt sin kalender och inte har svarat',
  'open-minutes': 'Mötet börjar: sekreteraren får anteckningarna',
  'remind-close': 'Ber sekreteraren avsluta mötet, om det inte är gjort',
  'remind-first': 'Påminner om att godkänna, om det inte är gjort',
  'remind-last': 'Påminner en sista gång om att godkänna, om det inte är gjort',
  'hand-over': 'Lämnar över till sammankallande, om ingen har godkänt',
};

function stepWords(name: StepName): string {
  if (name === 'purge-cases') return 'Rensar mötets ärenden';
  if (isDigestStep(name)) return 'Skriver veckobrevet';
  if (isPurgeDraft(name)) return 'Tar bort utkastet, som är sparat som godkänt';
  const once = again(name);
  if (once) return STEP_WORDS[once.step];
  if (isAskStep(name)) return 'Frågar efter nya mål, om de inte är satta';
  if (isBoxStep(name)) return 'Säger till sekreteraren att punkten har fått sin tid, om mötet är kvar vid den';
  return isActionStep(name) ? 'Påminner om åtgärder som inte är klara' : STEP_WORDS[name as MeetingStep];
}

/** The stage from which a step has nothing left to do; it still falls due, silently. */
const DONE_BY: Partial<Record<StepName, Meeting['stage']['name']>> = {
  'remind-close': 'draft',
  'remind-first': 'approved',
  'remind-last': 'approved',
  'hand-over': 'approved',
};

const doneBy = (name: StepName) => (isBoxStep(name) ? 'draft' : DONE_BY[name]);

export function localControl(
  product: Product,
  advance: Advance,
  files: () => Promise<LocalFile[]>,
  calendar: PeoplesCalendar,
  settle: () => Promise<void>,
): Control {
  const now = () => product.clock.now();
  /** `16 mars`, with the year when it is another than now. */
  const day = (date: string) => {
    const long = longDate(date);
    return long.endsWith(` ${now().year}`) ? long.slice(0, -5) : long;
  };
  const coming = () =>
    product.store.read(async (reader) => {
      const steps = await reader.openSteps();
      const meetings = await Promise.all([...new Set(steps.map((step) => step.meeting))].map((id) => reader.meeting(id)));
      const stands = new Map(meetings.map((meeting) => [meeting?.id, meeting]));
      return steps.filter(({ name, meeting: id }) => {
        const [meeting, done] = [stands.get(id), doneBy(name)];
        if (name === 'purge-cases') return (meeting?.cases ?? []).length > 0;
        return !(meeting && done && reachedStage(meeting, done));
      });
    });
  return {
    now: () => now().toInstant().toString(),
    async due() {
      return (await coming()).map(({ at, name, forum, meeting }) => ({
        at: at.toInstant().toString(),
        what: isDigestStep(name) ? stepWords(name) : `${stepWords(name)} (mötet ${day(meeting.slice(-10))})`,
        forum,
      }));
    },
    async advance(to) {
      const target =
        to === 'next'
          ? ((await coming())[0]?.at ?? now())
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
        .map((meeting) => ({ person: meeting.secretary!.person, meeting: day(meeting.start) }));
    },
    files,
    calendar,
    agreement: () => ({ title: `${product.agreement.name} · ${product.agreement.appendix}` }),
    settled: settle,
  };
}
