import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { acknowledge } from './acknowledge.ts';
import { measured, readinessOf } from './health.ts';
import { inTenant, loggerOf } from './logger.ts';
import { metricsText } from './metrics.ts';
import { noteRefusal } from './operations/refusals.ts';
import type { ServedTenant } from './tenants/served.ts';

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * The routes of design §4 for every tenant of the deployment. A refusal tells the caller its kind and nothing of his
 * request.
 *
 * What is encrypted does not say in the clear whose it is, so each app has an address that ends in its app id; the
 * one without belongs to the only app, or to the tenant that claims it.
 *
 * @param now instant in ms.
 */
export function createApp(tenants: readonly ServedTenant[], now: () => number): Hono {
  const app = new Hono();
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (c) => c.json({ error: 'body too large' }, 413),
  });
  const byApp = new Map(tenants.map((tenant) => [tenant.appId, tenant]));
  const plain = tenants.find((tenant) => tenant.plainAddress);
  const take = (c: Context, tenant: ServedTenant | undefined) =>
    inTenant(tenant?.id, () => pushed(c, tenant, now()));
  // Both addresses take events and card callbacks: the console has two fields, which may hold the same one.
  for (const address of ['/lark/events', '/lark/cards']) {
    app.post(address, limit, (c) => take(c, plain));
    app.post(`${address}/:app`, limit, (c) => take(c, byApp.get(c.req.param('app'))));
  }
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    const state = await readinessOf(tenants);
    return c.json(state, state.ok ? 200 : 503);
  });
  app.get('/metrics', async (c) => c.text(metricsText(await Promise.all(tenants.map(measured)))));
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

async function pushed(c: Context, tenant: ServedTenant | undefined, now: number): Promise<Response> {
  if (tenant?.opener === undefined) return c.json({ error: 'not served' }, 401);
  const { deps, opener } = tenant;
  const raw = new Uint8Array(await c.req.arrayBuffer());
  const headers = {
    timestamp: c.req.header('x-lark-request-timestamp'),
    nonce: c.req.header('x-lark-request-nonce'),
    signature: c.req.header('x-lark-signature'),
  };
  const opened = opener.open(raw, headers, now);
  switch (opened.kind) {
    case 'refused':
      if (typeof deps !== 'string') {
        deps.metrics.count('events_total', 'refused');
        await noteRefusal(deps, opened.because).catch(() => undefined);
      }
      loggerOf('http').warn('push refused: {because}', { because: opened.because });
      return c.json({ error: opened.status === 401 ? 'not authentic' : 'not readable' }, opened.status);
    case 'challenge':
      return c.json({ challenge: opened.challenge });
    case 'ignored':
      return c.json({});
    case 'event':
      // The platform pushes again for hours: what cannot be stored is not acknowledged.
      if (typeof deps === 'string') return c.json({ error: 'try again later' }, 503);
      return c.json(await acknowledge(deps, opened.envelope));
    default: {
      const never: never = opened;
      throw new Error(`unknown ${JSON.stringify(never)}`);
    }
  }
}
