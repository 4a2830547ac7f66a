import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { connector } from '../../../bot/local/connector.ts';
import type { ConnectorFaults } from '../../../bot/local/connector-faults.ts';
import { loopbackOnly } from '../../../bot/local/loopback.ts';
import { localTeams } from '../../../bot/local/teams.ts';
import type { LocalTeams } from '../../../bot/local/teams-contract.ts';
import { botId, botName, people, team } from './sample-world.ts';

export interface TeamsOnPort {
  url: string;
  teams: LocalTeams;
  faults: ConnectorFaults;
  app: Hono;
  clock: { now: string };
  close(): Promise<void>;
}

/** The local Teams with its connector, on a throwaway port. */
export async function teamsOnPort(options: {
  dir: string;
  botUrl: () => string;
  mount?: (app: Hono, teams: LocalTeams) => void;
}): Promise<TeamsOnPort> {
  let url = '';
  const clock = { now: '2027-03-09T07:00:00Z' };
  const teams = localTeams({
    dir: options.dir,
    people,
    team,
    botId,
    botName,
    botUrl: options.botUrl,
    publicUrl: () => url,
    now: () => clock.now,
  });
  const { app: connectorApp, faults } = connector(teams);
  const app = new Hono();
  app.use(loopbackOnly);
  app.route('/connector', connectorApp);
  options.mount?.(app, teams);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    teams,
    faults,
    app,
    clock,
    close: () =>
      new Promise((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close(() => {
          teams.close();
          resolve();
        });
      }),
  };
}
