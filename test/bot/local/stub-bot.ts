import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';

export interface StubBot {
  url: string;
  adapter: CloudAdapter;
  /** Every activity Teams delivered. */
  heard: Activity[];
  close(): Promise<void>;
}

/** A real botbuilder bot without authentication, on a throwaway port. */
export async function stubBot(turn: (context: TurnContext) => Promise<void>): Promise<StubBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.onTurnError = async (_, error) => {
    throw error;
  };
  const heard: Activity[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    const answer = {
      status(code: number) {
        response.statusCode = code;
        return answer;
      },
      header(name: string, value: string) {
        response.setHeader(name, value);
        return answer;
      },
      send(value: unknown) {
        response.setHeader('content-type', 'application/json');
        response.write(JSON.stringify(value));
        return answer;
      },
      end() {
        response.end();
        return answer;
      },
      socket: undefined,
    };
    await adapter.process({ headers: request.headers, method: request.method!, body }, answer as never, async (context) => {
      heard.push(context.activity);
      await turn(context);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    adapter,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
