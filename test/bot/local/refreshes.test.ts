import type { TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../bot/local/happenings.ts';
import { hubChannel, throwawayDir } from './sample-world.ts';
import { type StubBot, stubBot } from './stub-bot.ts';
import { type TeamsOnPort, teamsOnPort } from './teams-on-port.ts';

let bot: StubBot;
let world: TeamsOnPort;
let answered: object;

const cardFor = (userIds: string[], text = 'Dagordning'): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', id: 'agenda', text } as { id: string }],
  refresh: { action: { type: 'Action.Execute', title: 'Uppdatera', verb: 'agenda_refresh', data: { meeting: 'm' } }, userIds },
});

beforeEach(async () => {
  answered = cardFor(['29:1per']);
  bot = await stubBot(async (context: TurnContext) => {
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answered };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  });
  world = await teamsOnPort({ dir: throwawayDir(), botUrl: () => bot.url });
});
afterEach(async () => {
  await world.close();
  await bot.close();
});

const post = (card: Card) => world.teams.post(hubChannel, { text: '', card, mentions: [], replyToId: '' }).activityId;
const due = (person: string) => world.teams.toRefresh(hubChannel, person);
const open = (person: string, activityId: string) => world.teams.refresh({ as: person, conversation: hubChannel, activityId });

describe('a card that is opened', () => {
  it('is asked for anew for those it names, at most once a minute and after every edit', async () => {
    const id = post(cardFor(['29:1per']));
    expect([due('per'), due('sara')]).toEqual([[id], []]);
    expect(await open('per', id)).toMatchObject({ kind: 'card' });
    expect(bot.heard).toMatchObject([
      { type: 'invoke', name: 'adaptiveCard/action', from: { id: '29:1per' }, value: { trigger: 'automatic' } },
    ]);
    expect([due('per'), await open('per', id), await open('sara', id)]).toEqual([[], undefined, undefined]);
    world.clock.now = '2027-03-09T07:01:01Z';
    expect(due('per')).toEqual([id]);
    await open('per', id);
    world.teams.update(id, { text: '', card: cardFor(['29:1per'], 'Ändrad'), mentions: [], replyToId: '' });
    expect(due('per')).toEqual([id]);
    expect(bot.heard).toHaveLength(2);
  });

  it('becomes the person’s own only when the answer is another', async () => {
    const id = post(cardFor(['29:1per']));
    await open('per', id);
    expect(world.teams.messages(hubChannel, 'per')[0]).toMatchObject({ onlyYou: false });
    answered = cardFor(['29:1per'], 'Nyare');
    world.clock.now = '2027-03-09T07:02:00Z';
    await open('per', id);
    expect(world.teams.messages(hubChannel, 'per')[0]).toMatchObject({ onlyYou: true });
    expect(world.teams.messages(hubChannel, 'sara')[0]).toMatchObject({ onlyYou: false });
  });

  it('rests when it names nobody, names more than sixty, or asks for something else than a button can', () => {
    post(cardFor([]));
    post(cardFor(['29:1per', ...Array.from({ length: 60 }, (_, n) => `29:${n}`)]));
    post({ ...cardFor(['29:1per']), refresh: { action: { type: 'Action.Submit' }, userIds: ['29:1per'] } });
    expect(due('per')).toEqual([]);
  });
});
