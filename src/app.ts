import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { acknowledge } from './acknowledge.ts';
import type { Deps } from './deps.ts';
import { gauges, readiness } from './health.ts';
import type { WebhookOpener } from './lark/webhook.ts';
import { loggerOf } from './logger.ts';

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * The routes of design §4. A refusal tells the caller its kind and nothing of his request.
 *
 * @param opener absent when events come over the long connection: then a push is refused.
 */
export function createApp(deps: Deps, opener: WebhookOpener | undefined): Hono {
  const app = new Hono();
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (c) => c.json({ error: 'body too large' }, 413),
  });
  // Both addresses take events and card callbacks: the console has two fields, which may hold the same one.
  app.post('/lark/events', limit, (c) => pushed(c, deps, opener));
  app.post('/lark/cards', limit, (c) => pushed(c, deps, opener));
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    const state = await readiness(deps);
    return c.json(state, state.ok ? 200 : 503);
  });
  app.get('/metrics', async (c) => c.text(deps.metrics.text(await gauges(deps))));
  app.notFound((c) => c.json({ error: 'not found' }, 404));
  app.onError((error, c) => {
    loggerOf('http').error('{method} {path} failed: {says}', {
      method: c.req.method,
      path: c.req.path,
      says: error.message,
    });
    return c.json({ error: 'try again later' }, 503);
  });
  return app;
}

async function pushed(c: Context, deps: Deps, opener: WebhookOpener | undefined): Promise<Response> {
  if (opener === undefined) return c.json({ error: 'not served' }, 401);
  const raw = new Uint8Array(await c.req.arrayBuffer());
  const headers = {
    timestamp: c.req.header('x-lark-request-timestamp'),
    nonce: c.req.header('x-lark-request-nonce'),
    signature: c.req.header('x-lark-signature'),
  };
  const opened = opener.open(raw, headers, deps.clock.now());
  switch (opened.kind) {
    case 'refused':
      deps.metrics.count('events_total', 'refused');
      loggerOf('http').warn('push refused: {because}', { because: opened.because });
      return c.json({ error: opened.status === 401 ? 'not authentic' : 'not readable' }, opened.status);
    case 'challenge':
      return c.json({ challenge: opened.challenge });
    case 'ignored':
      return c.json({});
    case 'event':
      return c.json(await acknowledge(deps, opened.envelope));
    default: {
      const never: never = opened;
      throw new Error(`unknown ${JSON.stringify(never)}`);
    }
  }
}
