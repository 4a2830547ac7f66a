/** The real outside: Teams through the Bot Connector, the samarbetsyta through Graph, both with app-only tokens. */
import { managedToken } from '../src/adapters/graph/managed-token.ts';
import { graphToken } from '../src/adapters/graph/token.ts';
import { localGraphSend } from '../src/adapters/local/send.ts';
import type { Log } from '../src/ports.ts';
import type { ServeConfig } from './config.ts';
import { inboundVerifier } from './inbound.ts';
import { teamsAdapter } from './teams.ts';

const GRAPH = 'https://graph.microsoft.com';
const CONNECTOR = 'https://api.botframework.com';

export function serveOutside(config: ServeConfig, log: Log) {
  const { appId, tenantId, credential, endpoints } = config;
  const tokenFor = (resource: string): (() => Promise<string>) => {
    if (credential.kind === 'managed-identity') return managedToken({ clientId: credential.clientId, resource, log });
    const certificate = { thumbprintSha256: credential.thumbprintSha256, privateKey: credential.privateKey.reveal() };
    const authority = endpoints?.authority;
    const local = authority ? { authority, knownAuthorities: [new URL(authority).host] } : {};
    return graphToken({ tenantId, clientId: appId, certificate, scope: `${resource}/.default`, log, ...local });
  };
  const overrides = endpoints ? { endpoints } : {};
  const { openIdMetadataUrl, connectorOnLoopback } = endpoints ?? {};
  return {
    teams: teamsAdapter({ mode: 'serve', appId, tenantId, token: tokenFor(CONNECTOR), log, ...overrides }),
    verify: inboundVerifier({
      appId,
      tenantId,
      ...(openIdMetadataUrl ? { openIdMetadataUrl } : {}),
      ...(connectorOnLoopback ? { connectorOnLoopback } : {}),
    }),
    graph: { send: endpoints?.graph ? localGraphSend(endpoints.graph) : fetch, token: tokenFor(GRAPH) },
  };
}
