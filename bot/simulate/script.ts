/**
 * What the members do in a simulation, meeting after meeting, as people would: they read the cards and press what is
 * there. Every act has an id, so that doing it again after a kill is Teams delivering it again.
 */
import type { Forum } from '../../src/domain/agreement.ts';
import { type PlannedMeeting, plan } from '../../src/domain/cadence.ts';
import { workingDaysFrom } from '../../src/domain/calendar.ts';
import { channelOf } from '../local/sample-world.ts';
import type { Message } from '../local/teams.ts';
import type { WorldClient } from '../local/world-client.ts';

export interface Act {
  at: Temporal.ZonedDateTime;
  /** Swedish, for the line that is printed. */
  what: string;
  run(world: WorldClient): Promise<void>;
}

const PROPOSALS = [
  'Hur gör vi när tolken uteblir?',
  'Vem ringer när tiden behöver ändras?',
  'Kan vi samla kallelserna till en dag?',
  'Hur når vi dem som inte svarar?',
];
const NOTES = [
  'Inskrivningarna har fungerat bättre än förra perioden.',
  'Två tider stod tomma; orsaken är känd.',
  'Tolk har beställts i tid varje gång.',
];
const AGREED = [
  'Vi påminner dagen före varje möte.',
  'Vi prövar fredagstider en månad.',
  'Vi ringer i stället för att skicka post.',
];
const ACTIONS = ['Boka lokal', 'Ta fram en lista över lediga tider', 'Uppdatera kontaktlistan'];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;

type Node = { [key: string]: unknown };

/** Every action on a card, wherever it sits. */
function actionsOf(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(actionsOf);
  if (typeof node !== 'object' || node === null) return [];
  const own =
    typeof (node as Node)['type'] === 'string' && String((node as Node)['type']).startsWith('Action.') ? [node as Node] : [];
  return [...own, ...Object.values(node).flatMap(actionsOf)];
}

export interface Found {
  person: string;
  message: Message;
  data: Record<string, unknown>;
}

/** The card with this key prefix that still has the button, in one's own chat or a channel; undefined when nobody has one. */
export async function findButton(
  world: WorldClient,
  people: readonly string[],
  keyPrefix: string,
  wants: (action: Node) => boolean,
  where = 'personal',
): Promise<Found | undefined> {
  for (const person of people) {
    for (const message of (await world.messages(where, person)).toReversed()) {
      if (!message.card || !message.key.startsWith(keyPrefix)) continue;
      const action = actionsOf(message.card).find(wants);
      if (action) return { person, message, data: (action['data'] ?? {}) as Record<string, unknown> };
    }
  }
  return undefined;
}

export const verb = (name: string) => (action: Node) => action['verb'] === name;
export const dialogNamed = (name: string, how?: string) => (action: Node) => {
  const data = action['data'] as Record<string, unknown> | undefined;
  return data?.['dialog'] === name && (how === undefined || data['how'] === how);
};

/** The acts around one meeting. `n` is its number in the simulation. */
function actsAround(forum: Forum, meeting: PlannedMeeting, n: number, people: readonly string[]): Act[] {
  const id = meeting.id;
  const at = (date: Temporal.PlainDate, time: string) =>
    date.toZonedDateTime({ timeZone: meeting.start.timeZoneId, plainTime: time });
  const day = meeting.start.toPlainDate();
  const press =
    (name: string, key: string, actId: string): Act['run'] =>
    async (world) => {
      const found = await findButton(world, people, key, verb(name));
      if (found)
        await world.press({
          as: found.person,
          conversation: 'personal',
          activityId: found.message.id,
          verb: name,
          data: found.data,
          id: `sim:${id}:${actId}`,
        });
    };
  const say =
    (text: string, actId: string): Act['run'] =>
    async (world) => {
      const found = await findButton(world, people, `minutes/${id}/`, verb('minutes_close'));
      if (found) await world.say({ as: found.person, conversation: 'personal', text, id: `sim:${id}:${actId}` });
    };
  const proposer = pick(people, n);
  const acts: Act[] = [
    {
      at: at(day.subtract({ days: 6 }), '10:00'),
      what: `${proposer} föreslår en punkt`,
      run: async (world) => {
        await world.say({
          as: proposer,
          conversation: channelOf(forum.id),
          text: `föreslå ${pick(PROPOSALS, n)}`,
          mention: true,
          id: `sim:${id}:propose`,
        });
      },
    },
    n % 3 === 2
      ? {
          at: at(workingDaysFrom(day, -2), '09:00'),
          what: 'sekreteraren kan inte',
          run: press('turn_decline', `turn/${id}/`, 'decline'),
        }
      : {
          at: at(workingDaysFrom(day, -2), '09:00'),
          what: 'sekreteraren säger okej',
          run: press('turn_accept', `turn/${id}/`, 'accept'),
        },
    {
      at: meeting.start.add({ minutes: 5 }),
      what: 'sekreteraren fyller i närvaron',
      run: async (world) => {
        const found = await findButton(world, people, `minutes/${id}/`, dialogNamed('attendance'));
        if (!found) return;
        const opened = await world.openDialog({
          as: found.person,
          conversation: 'personal',
          activityId: found.message.id,
          data: found.data,
          id: `sim:${id}:attendance`,
        });
        if (opened.kind !== 'dialog') return;
        const filled = Object.fromEntries(attendanceOf(opened.card, n));
        await world.submitDialog({
          as: found.person,
          conversation: 'personal',
          data: { dialog: 'attendance', meeting: id, ...filled },
          id: `sim:${id}:attended`,
        });
      },
    },
    { at: meeting.start.add({ minutes: 10 }), what: 'sekreteraren antecknar', run: say(`anteckna 3 ${pick(NOTES, n)}`, 'note') },
    {
      at: meeting.start.add({ minutes: 20 }),
      what: 'sekreteraren skriver vad hubben kommer överens om',
      run: say(`överenskommet 4 ${pick(AGREED, n)}`, 'agreed'),
    },
    {
      at: meeting.start.add({ minutes: 30 }),
      what: 'sekreteraren skriver en åtgärd',
      run: say(`åtgärd 4 @Per ${pick(ACTIONS, n)} senast ${day.add({ days: 10 })}`, 'action'),
    },
    { at: meeting.end, what: 'sekreteraren avslutar mötet', run: press('minutes_close', `minutes/${id}/`, 'close') },
    {
      at: at(day.add({ days: 2 }), '10:00'),
      what: 'sekreteraren godkänner anteckningarna',
      run: press('minutes_approve', `minutes/${id}/`, 'approve'),
    },
  ];
  return acts;
}

/** Everybody but one is there; who is missing goes round. */
function attendanceOf(card: unknown, n: number): [string, string][] {
  const inputs: { id: string; values: string[] }[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    else if (typeof node === 'object' && node !== null) {
      const input = node as { type?: string; id?: string; choices?: { value: string }[] };
      if (input.type === 'Input.ChoiceSet' && input.id)
        inputs.push({ id: input.id, values: (input.choices ?? []).map((choice) => choice.value) });
      for (const one of Object.values(node)) walk(one);
    }
  };
  walk(card);
  return inputs.map(({ id, values }, index) => [id, index === n % 4 ? '' : values.join(',')]);
}

/** Everything the members do for the meetings between two dates, in order. */
export function script(forum: Forum, people: readonly string[], from: Temporal.PlainDate, to: Temporal.PlainDate): Act[] {
  const { meetings } = plan(forum, from, to);
  return meetings
    .flatMap((meeting, n) => actsAround(forum, meeting, n, people))
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.at, b.at));
}
