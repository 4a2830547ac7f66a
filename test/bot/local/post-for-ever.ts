/** Posts into a local Teams until it is killed, and says the id of each post it got an answer for. */
import { localTeams } from '../../../bot/local/teams.ts';
import { botId, botName, hubChannel, people, team } from './sample-world.ts';

const nowhere = () => 'http://127.0.0.1:1';
const now = () => '2027-03-09T07:00:00Z';
const teams = localTeams({ dir: process.argv[2]!, people, team, botId, botName, botUrl: nowhere, publicUrl: nowhere, now });

function postOne(): void {
  const { activityId } = teams.post(hubChannel, { text: 'Ett inlägg', card: null, mentions: [], replyToId: '' });
  process.stdout.write(`${activityId}\n`);
  setImmediate(postOne);
}
postOne();
