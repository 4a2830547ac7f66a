import { giverOf } from '../../src/domain/cases.ts';
import { type Meeting, reachedStage } from '../../src/domain/meeting.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { message } from '../../src/flows/cards.ts';
import { caseLines } from '../../src/flows/case-lines.ts';
import type { View } from '../../src/ports.ts';
import type { Command } from '../commands.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

/** The first meeting that still takes cases. */
const taking = ({ product, forum }: Turn): Promise<Meeting | undefined> =>
  product.store.read(async (reader) => (await reader.meetings(forum.id)).find((one) => !reachedStage(one, 'draft')));

const announceButton = (meeting: string) => ({
  title: 'Anmäl ärende',
  verb: 'case',
  data: { meeting },
  dialog: true,
  primary: true,
});

export const anmalArende: Command = {
  say: ['anmäl ärende', 'anmal arende', 'nytt ärende'],
  does: 'Öppnar anmälan av ett ärende, utan namn och med samtycke',
  example: 'anmäl ärende',
  writes: false,
  async run(turn) {
    const { forum, actor } = turn;
    const meeting = await taking(turn);
    if (!forum.cases || !giverOf(forum.cases, actor.person.unit)) return message(refusals['no-cases']);
    if (!meeting) return message(refusals['no-meeting']);
    return message(`Ärenden tas upp ${longDate(meeting.start)}, med stöd av samtycke.`, {
      detail: 'Skriv aldrig vem det gäller. Leta först på Mina sidor tillsammans med personen; ”väg” visar fler vägar.',
      buttons: [announceButton(meeting.id)],
    });
  },
};

const said = ({ alias, kind, of, wanted, waitsFor }: ReturnType<typeof caseLines>[number]): string =>
  `${alias}: ${kind}. Önskas av ${of}: ${wanted}${waitsFor.length > 0 ? ` Väntar på samtycke till ${waitsFor.join(' och ')}.` : ''}`;

export const arenden: Command = {
  say: ['ärenden', 'arenden', 'mina ärenden'],
  does: 'Visar ärendena till nästa möte',
  example: 'ärenden',
  writes: false,
  async run(turn) {
    const meeting = await taking(turn);
    if (!turn.forum.cases) return message(refusals['no-cases']);
    if (!meeting) return message(refusals['no-meeting']);
    const lines = caseLines(turn.forum, meeting);
    const text = lines.length === 0 ? 'Inga ärenden är anmälda' : `${lines.length} ärenden är anmälda`;
    return message(`${text} till ${longDate(meeting.start)}.`, {
      detail: [...lines.map(said), ...(lines.length > 0 ? ['Skriv ”ärende” och beteckningen för att ändra.'] : [])].join('\n'),
      buttons: [announceButton(meeting.id)],
    });
  },
};

function about(turn: Turn, meeting: Meeting, alias: string): View | undefined {
  const n = (meeting.cases ?? []).findIndex((one) => one.alias.toLocaleLowerCase('sv') === alias.toLocaleLowerCase('sv'));
  const line = caseLines(turn.forum, meeting)[n];
  if (!line) return undefined;
  const data = { meeting: meeting.id, case: meeting.cases![n]!.id };
  return message(`Ärende ${line.alias}, ${longDate(meeting.start)}.`, {
    detail: said(line),
    buttons: [
      { title: 'Samtycke', verb: 'consent', data, dialog: true, primary: false },
      { title: 'Ta bort', verb: 'case_remove', data, dialog: false, primary: false },
    ],
  });
}

export const arende: Command = {
  say: ['ärende', 'arende'],
  does: 'Visar ett ärende, för att ändra samtycket eller ta bort det',
  example: 'ärende A-17',
  writes: false,
  async run(turn, rest) {
    const meeting = await taking(turn);
    return (meeting && about(turn, meeting, rest.trim())) ?? message(refusals['no-such-case']);
  },
};
