/** What there is without the product: a plain botbuilder bot on node:http that answers everything with the same card. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { listens, told } from './servers.ts';

const { card } = told<{ card?: string }>();
const attachment = card
  ? { contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.parse(readFileSync(card, 'utf8')) as object }
  : undefined;

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as object;
    const asked = {
      method: request.method ?? '',
      headers: request.headers as Record<string, string>,
      body: body as Record<string, unknown>,
    };
    const answer = {
      socket: undefined,
      status: (code: number) => response.writeHead(code),
      header: (name: string, value: unknown) => response.setHeader(name, String(value)),
      send: (text?: unknown) => response.write(typeof text === 'string' ? text : JSON.stringify(text)),
      end: () => response.end(),
    };
    await adapter.process(asked, answer, async (context) => {
      const reply: Partial<Activity> = {
        type: 'message',
        attachments: attachment ? [attachment] : [],
        text: attachment ? '' : 'hej',
      };
      await context.sendActivity(reply);
    });
  });
});
bot.listen(0, '127.0.0.1', () => listens((bot.address() as AddressInfo).port));
