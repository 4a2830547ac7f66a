import { join } from 'node:path';
import { Hono } from 'hono';
import type { ListFacts } from '../../src/adapters/local/list.ts';
import { type LocalSamarbetsyta, localSamarbetsyta } from '../../src/adapters/local/samarbetsyta.ts';
import { connector } from './connector.ts';
import type { ConnectorFaults } from './connector-faults.ts';
import { connectorLimits, unlimited } from './connector-limits.ts';
import { loopbackOnly } from './loopback.ts';
import { CALENDAR_MAILBOX } from './sample-world.ts';
import { localTeams } from './teams.ts';
import type { LocalTeams, LocalTeamsOptions } from './teams-contract.ts';

export interface LocalWorldOptions extends LocalTeamsOptions {
  /** Document libraries on the samarbetsyta. */
  libraries: { id: string; name: string }[];
  /** Lists on the samarbetsyta. */
  lists?: readonly ListFacts[];
  /** The bot's app id, as Graph writes it beside what the bot has changed. */
  appId: string;
  /** True where the bot is held to Teams' limits on how often it may write: in real time. */
  limited?: boolean;
}

export interface LocalWorld {
  /** `/connector` for the bot's messages, `/graph/v1.0` for its files and its calendar, `/graph/outlook` for people's; loopback only. */
  app: Hono;
  teams: LocalTeams;
  faults: ConnectorFaults;
  samarbetsyta: LocalSamarbetsyta;
}

/** Everything outside the bot, on this machine: Teams and the samarbetsyta. Keeps its state below `dir`. */
export function localWorld(options: LocalWorldOptions): LocalWorld {
  const teams = localTeams({ ...options, dir: join(options.dir, 'teams') });
  const samarbetsyta = localSamarbetsyta({
    dir: join(options.dir, 'samarbetsyta'),
    libraries: options.libraries,
    lists: options.lists ?? [],
    mailbox: CALENDAR_MAILBOX,
    now: options.now,
    appId: options.appId,
    publicUrl: () => `${options.publicUrl()}/graph`,
    messages: teams.graphMessages,
  });
  const { app: connectorApp, faults } = connector(teams, options.limited ? connectorLimits() : unlimited);
  const app = new Hono();
  app.use(loopbackOnly);
  app.route('/connector', connectorApp);
  app.mount('/graph', samarbetsyta.app.fetch);
  return { app, teams, faults, samarbetsyta };
}
