/** What is asked of the level above in a simulation: lifted by a member, answered there, and received by who convenes. */
import { type Agreement, convenerOf, type Forum, forumOf, membersOf } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { hasAgenda, liftsOf } from '../../src/domain/question-paths.ts';
import { channelOf } from '../local/sample-world.ts';
import type { WorldClient } from '../local/world-client.ts';
import { type Act, dialogNamed, findButton, verb } from './script.ts';

const ASKED = ['Får vi ha fredagstider', 'Kan tolken bokas för en hel dag', 'Vem svarar när telefonen är stängd'];
/** Every third meeting somebody asks. */
const EVERY = 3;

const speaker = (agreement: Agreement, forum: string): string[] => {
  const one = convenerOf(agreement, forum) ?? membersOf(agreement, forum)[0];
  return one ? [one.id] : [];
};

export function askingScript(agreement: Agreement, forum: Forum, from: Temporal.PlainDate, to: Temporal.PlainDate): Act[] {
  const above = liftsOf(agreement, forum)[0]?.to;
  const members = membersOf(agreement, forum.id).map(({ id }) => id);
  if (above === undefined || members.length === 0) return [];
  return plan(forum, from, to).meetings.flatMap((meeting, n): Act[] => {
    const own = channelOf(forum.id);
    const act = (name: string) => `sim:${meeting.id}:${name}`;
    const morning = meeting.start.add({ days: 1 });
    const ask: Act = {
      at: morning.withPlainTime('10:00'),
      what: 'en medlem lyfter en fråga',
      async run(world) {
        const { weekOfYear, year } = meeting.start;
        const text = `lyft ${ASKED[(n / EVERY) % ASKED.length]} från vecka ${weekOfYear} år ${year}?`;
        await world.say({ as: members[n % members.length]!, conversation: own, text, mention: true, id: act('lift') });
      },
    };
    const answer: Act = { at: morning.withPlainTime('14:00'), what: 'nivån över svarar', run: answered(agreement, above, act) };
    const receive: Act = {
      at: meeting.start.add({ minutes: 15 }),
      what: 'sammankallande tar emot svaret',
      async run(world) {
        const found = await findButton(world, speaker(agreement, forum.id), 'agenda/', verb('question_receive'), own);
        if (!found) return;
        const { person, message, data } = found;
        const pressed = { as: person, conversation: own, activityId: message.id, verb: 'question_receive', data };
        await world.press({ ...pressed, id: act('receive') });
      },
    };
    const hasMeetings = hasAgenda(agreement, above) && forumOf(agreement, above).id !== forum.id;
    return [...(n % EVERY === 0 ? [ask] : []), ...(hasMeetings ? [answer, receive] : [])];
  });
}

const answered = (agreement: Agreement, above: string, act: (name: string) => string) => async (world: WorldClient) => {
  const where = channelOf(above);
  const found = await findButton(world, speaker(agreement, above), 'agenda/', dialogNamed('question', 'handle'), where);
  if (!found) return;
  const { person, data } = found;
  const { question, meeting } = data as { question: string; meeting: string };
  const filled = { dialog: 'question', how: 'handle', do: 'answer', question, meeting, text: 'Ja, från nästa månad.' };
  await world.submitDialog({ as: person, conversation: where, data: filled, id: act('answer') });
};
