/** Teams in and out: the one CloudAdapter, for both ways to start. */
import { randomUUID } from 'node:crypto';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationError, type ConnectorClient, ServiceClientCredentialsFactory } from 'botframework-connector';
import { isAddressed } from './addressed.ts';
import type { Endpoints } from './config.ts';
import { type Connector, connector } from './connector.ts';
import { connectorFault } from './connector-fault.ts';
import { withDeadline } from './deadline.ts';
import type { Envelope } from './inbound.ts';
import { patience } from './patience.ts';
import { answerFailure, factsOf, Untold } from './turn-failure.ts';

export type Logic = (context: TurnContext) => Promise<void>;

export interface Log {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export type TeamsOptions = {
  log: Log;
  /** Milliseconds for one call to the connector. */
  deadlineMs?: number;
} & (
  | { mode: 'local' }
  | {
      mode: 'serve';
      appId: string;
      tenantId: string;
      /** The bot's token for https://api.botframework.com/.default, kept as long as it is valid. @throws Unavailable */
      token: () => Promise<string>;
      endpoints?: Endpoints;
    }
);

export interface Teams extends Connector {
  /** How Teams names the bot: `28:` and the app id. */
  readonly botId: string;
  /**
   * Runs one turn of an activity that `receive` let through, and answers the request it came with. What people in a channel
   * say without mentioning the bot runs no turn.
   */
  handle(request: Request, activity: Envelope, logic: Logic): Promise<Response>;
}

const localBot = '28:samverkan';

export function teamsAdapter(options: TeamsOptions): Teams {
  const { log, deadlineMs = 4_000 } = options;
  const serve = options.mode === 'serve' ? options : undefined;
  const authentication =
    serve === undefined ? new ConfigurationBotFrameworkAuthentication({}) : new SecondLock(serve, deadlineMs);
  const asked = patience();
  const adapter = new TeamsAdapter(authentication);
  adapter.use(async (context, next) => {
    withDeadline(context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey), deadlineMs, asked);
    await next();
  });
  adapter.onTurnError = (context, error) => answerFailure(context, connectorFault('answer in a turn', error), newId(), log);
  const botId = serve === undefined ? localBot : `28:${serve.appId}`;
  const onLoopback = serve?.endpoints?.connectorOnLoopback ?? serve === undefined;

  return {
    ...connector({ authentication, appId: serve?.appId, botId, onLoopback, deadlineMs, patience: asked }),
    botId,
    async handle(request, activity, logic) {
      if (!isAddressed(activity)) return new Response(null, { status: 200 });
      let began = false;
      try {
        const answer = await adapter.run(request.headers.get('authorization') ?? '', asActivity(activity), (context) => {
          began = true;
          return logic(context);
        });
        return answer?.body === undefined
          ? new Response(null, { status: answer?.status ?? 200 })
          : Response.json(answer.body, { status: answer.status });
      } catch (error) {
        if (error instanceof Untold) return Response.json({ error: 'internal error', id: error.id }, { status: 500 });
        const id = newId();
        const said = error instanceof AuthenticationError ? error.statusCode : 503;
        const status = began ? 500 : said === 401 ? 401 : 503;
        log.error(
          { id, activity: activity.id, status, ...factsOf(error) },
          began ? 'a turn could not end' : 'a turn could not begin',
        );
        return Response.json(
          { error: began ? 'internal error' : status === 401 ? 'unauthorized' : 'try again later', id },
          { status },
        );
      }
    },
  };
}

/** `process` of the SDK writes failures, with the request, to the console and to the caller; this is the part inside it. */
class TeamsAdapter extends CloudAdapter {
  run(authorization: string, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/** The SDK's own check of the token, behind ours: an endpoint wired without `receive` is still not open. */
class SecondLock extends ConfigurationBotFrameworkAuthentication {
  readonly #deadlineMs: number;

  constructor(serve: Extract<TeamsOptions, { mode: 'serve' }>, deadlineMs: number) {
    const { appId, tenantId, endpoints } = serve;
    const login = 'https://login.microsoftonline.com';
    // With any one of these given the SDK takes all of them as meant, so all of them are given.
    const settings = {
      MicrosoftAppId: appId,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: tenantId,
      ToChannelFromBotLoginUrl: endpoints?.authority ?? `${login}/${tenantId}`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl:
        endpoints?.openIdMetadataUrl ?? 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      ToBotFromEmulatorOpenIdMetadataUrl: `${login}/${tenantId}/v2.0/.well-known/openid-configuration`,
      ValidateAuthority: 'true',
      CallerId: 'urn:botframework:azure',
    };
    super(settings, new OurCredentials(serve));
    this.#deadlineMs = deadlineMs;
  }

  override async authenticateRequest(activity: Activity, authorization: string) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the signing keys did not come in time')), this.#deadlineMs);
    });
    try {
      return await Promise.race([super.authenticateRequest(activity, authorization), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Signs with our own token, and can never turn authentication off, as the SDK's factories do without an app id. */
class OurCredentials extends ServiceClientCredentialsFactory {
  readonly #serve: { appId: string; token: () => Promise<string> };

  constructor(serve: { appId: string; token: () => Promise<string> }) {
    super();
    this.#serve = serve;
  }

  async isValidAppId(appId: string): Promise<boolean> {
    return appId !== '' && appId === this.#serve.appId;
  }

  async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  async createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    const { token } = this.#serve;
    return {
      async signRequest(request) {
        request.headers.set('Authorization', `Bearer ${await token()}`);
        return request;
      },
    };
  }
}

/** What the SDK's `process` does with a body: times as Date. */
function asActivity(envelope: Envelope): Activity {
  const times = ['timestamp', 'localTimestamp', 'expiration'].filter((name) => typeof envelope[name] === 'string');
  return {
    ...envelope,
    ...Object.fromEntries(times.map((name) => [name, new Date(String(envelope[name]))])),
  } as unknown as Activity;
}

function newId(): string {
  return randomUUID().slice(0, 8);
}
