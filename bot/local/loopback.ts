import type { MiddlewareHandler } from 'hono';

const own = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Answers only this machine's own browser and processes: no other host name (DNS rebinding), no other page's requests. */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? '';
  const origin = c.req.header('origin');
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
  const isLocal = own.has(host.replace(/:\d+$/, ''));
  const isOwnPage = isReading || origin === undefined || origin === `http://${host}`;
  if (!isLocal || !isOwnPage) return c.text('Sidan svarar bara på den här datorn.', 403);
  return next();
};
