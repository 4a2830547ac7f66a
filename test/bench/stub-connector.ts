/** The Bot Connector as little as it can be: takes everything, and keeps the last card. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listens } from './servers.ts';

let last = '';
const stub = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (chunks.length > 0) last = Buffer.concat(chunks).toString('utf8');
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}');
  });
});
stub.keepAliveTimeout = 60_000;
stub.listen(0, '127.0.0.1', () => listens((stub.address() as AddressInfo).port, { last: () => JSON.parse(last || 'null') }));
