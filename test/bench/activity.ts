/** Something a member says in a forum's channel, as Teams sends it. */
import { BOT_ID, BOT_NAME, channelOf, samplePeople, sampleTeam } from '../../bot/local/sample-world.ts';
import type { Agreement } from '../../src/domain/agreement.ts';

let said = 0;

export interface Said {
  forum: string;
  text: string;
}

export function say(agreement: Agreement, { forum: where, text }: Said, serviceUrl: string): string {
  const team = sampleTeam(agreement);
  const forum = agreement.forums.find((one) => one.id === where)!;
  const person = samplePeople(agreement).find((one) => one.memberOf.includes(channelOf(forum.id)))!;
  const tenant = { id: team.tenantId };
  const id = String(1_800_000_000_000 + ++said);
  const channel = { id: channelOf(forum.id), name: forum.name };
  return JSON.stringify({
    type: 'message',
    id,
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2027-03-10T08:00:00.000Z',
    locale: 'sv-SE',
    from: { id: person.teamsId, name: person.name, aadObjectId: person.aadObjectId },
    recipient: { id: BOT_ID, name: BOT_NAME },
    conversation: {
      id: `${channel.id};messageid=${id}`,
      tenantId: tenant.id,
      conversationType: 'channel',
      isGroup: true,
    },
    channelData: { tenant, team: { id: team.id, aadGroupId: team.aadGroupId }, channel },
    text: `<at>${BOT_NAME}</at> ${text}`,
    textFormat: 'plain',
    entities: [{ type: 'mention', text: `<at>${BOT_NAME}</at>`, mentioned: { id: BOT_ID, name: BOT_NAME } }],
  });
}
