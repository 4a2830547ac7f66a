import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localTeams } from '../../../bot/local/teams.ts';
import type { LocalTeams } from '../../../bot/local/teams-contract.ts';
import { needs, shared } from '../../support/needs.ts';
import { botId, botName, hubChannel, people, team, throwawayDir } from './sample-world.ts';

const hasContracts = needs('shared');
let teams: LocalTeams;

beforeEach(() => {
  const nowhere = () => 'http://127.0.0.1:1';
  teams = localTeams({
    ...{ dir: throwawayDir(), people, team, botId, botName, botUrl: nowhere, publicUrl: nowhere },
    now: () => '2027-03-09T07:00:00Z',
  });
});
afterEach(() => teams.close());

const card = { type: 'AdaptiveCard' as const, version: '1.5', body: [{ type: 'TextBlock', id: 'kort-1', text: 'Hej' }] };
const { aadGroupId } = { aadGroupId: () => teams.roster.team.aadGroupId };

it('lets Graph read back a posted card, byte for byte, with its replies', () => {
  const root = teams.post(hubChannel, { text: '', card, mentions: [], replyToId: '' });
  teams.post(root.conversationId, { text: 'Svar', card: null, mentions: [], replyToId: '' });
  const [message] = teams.graphMessages.channel(aadGroupId(), hubChannel);
  expect(message).toMatchObject({
    id: root.activityId,
    from: { application: { id: '5a000000-0000-4000-8000-000000000001' } },
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify(card) }],
    replies: [{ replyToId: root.activityId, body: { contentType: 'html', content: '<p>Svar</p>' } }],
  });
  expect(teams.graphMessages.channel('another-team', hubChannel)).toEqual([]);
});

it('shows a deleted message as deleted, without its card', () => {
  const { activityId } = teams.post(hubChannel, { text: '', card, mentions: [], replyToId: '' });
  teams.remove(activityId);
  expect(teams.graphMessages.channel(aadGroupId(), hubChannel)[0]).toMatchObject({
    deletedDateTime: '2027-03-09T07:00:00Z',
    attachments: [],
  });
});

it('finds a personal chat by the id Graph uses and by the one the bot uses', () => {
  const [sara] = people;
  const conversation = teams.personalConversation(sara!);
  teams.post(conversation, { text: '', card, mentions: [], replyToId: '' });
  const byGraphId = teams.graphMessages.chat(`19:${sara!.aadObjectId}_5a000000-0000-4000-8000-000000000001@unq.gbl.spaces`);
  expect(byGraphId).toHaveLength(1);
  expect(teams.graphMessages.chat(conversation)).toEqual(byGraphId);
});

it.skipIf(!hasContracts)('keeps to Microsoft Graph’s chatMessage', async () => {
  const mentions = [{ text: '<at>Per Holm</at>', id: '29:1per', name: 'Per Holm' }];
  const root = teams.post(hubChannel, { text: '', card, mentions: [], replyToId: '' });
  teams.post(root.conversationId, { text: 'Hej <at>Per Holm</at> & <alla>', card: null, mentions, replyToId: '' });
  await teams.say({ as: 'sara', conversation: hubChannel, text: 'Utan omnämnande', replyTo: root.activityId });
  const ajv = new Ajv2020({ strict: false });
  ajvFormats.default(ajv);
  ajv.addSchema(JSON.parse(readFileSync(`${shared}/contracts/graph/schemas.strict.json`, 'utf8')) as object, 'graph');
  const isChatMessage = ajv.compile({ $ref: 'graph#/$defs/microsoft.graph.chatMessage' });
  for (const message of teams.graphMessages.channel(aadGroupId(), hubChannel)) {
    isChatMessage(message);
    expect(isChatMessage.errors).toBeNull();
  }
});
