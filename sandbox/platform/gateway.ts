import { type Context, Hono } from 'hono';
import { randomHex } from '../ids.ts';
import type { ApiCall, Endpoint, Platform } from './endpoint.ts';
import { PlatformError, refusal } from './errors.ts';
import { tooManyCalls } from './limits.ts';
import { partsOfForm } from './multipart.ts';

const TOKEN_PATH = '/auth/v3/tenant_access_token/internal';

/**
 * The open platform's gateway, to be mounted at `/open-apis`: faults, token, rate limit and scopes come before an
 * endpoint is reached, and every call is logged.
 */
export function createGateway(platform: Platform, endpoints: readonly Endpoint[]): Hono {
  const gateway = new Hono();
  gateway.use(async (c, next) => {
    await next();
    c.header('date', new Date(platform.clock.now()).toUTCString());
  });
  gateway.post(TOKEN_PATH, (c) => logged(platform, c, TOKEN_PATH, (call) => issueToken(platform, c, call)));
  for (const endpoint of endpoints)
    gateway.on(endpoint.method, endpoint.path, (c) =>
      logged(platform, c, endpoint.path, (call) => passed(platform, c, { endpoint, call })),
    );
  const paths = new Set(endpoints.map((endpoint) => endpoint.path));
  for (const path of paths)
    gateway.all(path, (c) => logged(platform, c, path, () => fail(99991301, 405, 'invalid http method')));
  gateway.all('*', (c) => logged(platform, c, c.req.path, () => fail(99991201, 404, '404 page not found')));
  return gateway;
}

function fail(code: number, status: number, says: string): never {
  throw new PlatformError({ code, status, says });
}

async function issueToken(platform: Platform, c: Context, call: ApiCall): Promise<Response> {
  await faultsBefore(platform, c);
  return Response.json(platform.tokens.issue(call.body));
}

async function passed(
  platform: Platform,
  c: Context,
  of: { endpoint: Endpoint; call: ApiCall },
): Promise<Response> {
  const authorization = c.req.header('authorization');
  await faultsBefore(platform, c);
  if (platform.faults.has('rate-limit')) throw tooManyCalls(50, 1000);
  checkToken(platform, authorization);
  platform.limits.countCall(`${of.endpoint.method} ${of.endpoint.path}`);
  checkScopes(platform, of.endpoint);
  const data = await of.endpoint.handle(of.call);
  const answer =
    data instanceof Response ? data : Response.json({ code: 0, msg: 'success', data: data ?? {} });
  if (platform.faults.has('lost-answer')) fail(1663, 500, 'internal error');
  return answer;
}

async function faultsBefore(platform: Platform, c: Context): Promise<void> {
  await platform.faults.hang(c.req.raw.signal);
  // Nobody waits any more: nothing shall happen after all.
  if (c.req.raw.signal.aborted) fail(1663, 499, 'the caller gave up');
  if (platform.faults.has('server-error')) fail(1663, 500, 'internal error');
}

function checkToken(platform: Platform, authorization: string | undefined): void {
  try {
    if (platform.faults.has('token-invalid') && platform.tokens.spoil(authorization)) throw refusal(99991663);
    platform.tokens.check(authorization);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    throw new PlatformError({ code: error.code, says: error.message, status: platform.tokenErrorStatus });
  }
}

function checkScopes(platform: Platform, endpoint: Endpoint): void {
  if (endpoint.scopes.length === 0 || endpoint.scopes.some((scope) => platform.scopes.has(scope))) return;
  const wanted = endpoint.scopes.join(', ');
  throw new PlatformError({
    code: 99991672,
    says: `Access denied. One of the following scopes is required: [${wanted}].`,
  });
}

type Work = (call: ApiCall) => Promise<Response> | Response;

/** Reads the call, does the work, turns errors into the platform's answers, and logs both. */
async function logged(platform: Platform, c: Context, path: string, work: Work): Promise<Response> {
  const started = performance.now();
  let call: ApiCall | undefined;
  let answer: Response;
  try {
    call = await readCall(c);
    answer = await work(call);
  } catch (error) {
    answer = answerTo(error);
  }
  answer.headers.set('x-tt-logid', randomHex(17));
  const shown = await shownAnswer(answer);
  platform.calls.add({
    at: platform.clock.now(),
    direction: 'call',
    what: `${c.req.method} ${path.replace(/^\//, '')}`,
    request: shownRequest(c, call),
    status: answer.status,
    ...(shown.code === undefined ? {} : { code: shown.code }),
    answer: shown.body,
    ms: Math.round(performance.now() - started),
  });
  return answer;
}

async function readCall(c: Context): Promise<ApiCall> {
  const base = { params: c.req.param() as Record<string, string>, query: c.req.query(), files: {} };
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return { ...base, body: {} };
  if ((c.req.header('content-type') ?? '').startsWith('multipart/form-data')) return readForm(c, base);
  const text = await c.req.text();
  try {
    const body: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new SyntaxError('no object');
    return { ...base, body: body as Record<string, unknown> };
  } catch {
    throw refusal(9499);
  }
}

async function readForm(c: Context, base: Omit<ApiCall, 'body'>): Promise<ApiCall> {
  const call: ApiCall = { ...base, body: {}, files: {} };
  const body = Buffer.from(await c.req.arrayBuffer());
  try {
    for (const part of partsOfForm(body, c.req.header('content-type') ?? '')) {
      if (part.isFile) call.files[part.name] = part;
      else call.body[part.name] = Buffer.from(part.bytes).toString('utf8');
    }
    return call;
  } catch (error) {
    if (error instanceof SyntaxError) throw refusal(9499);
    throw error;
  }
}

function answerTo(error: unknown): Response {
  if (!(error instanceof PlatformError)) throw error;
  const { code, status, headers, details } = error;
  const logId = randomHex(17);
  const troubleshooter = `排查建议查看（Troubleshooting suggestions）：沙盒 code=${code}`;
  const body = { code, msg: error.message, error: { log_id: logId, troubleshooter, ...details } };
  return Response.json(body, { status, headers });
}

function shownRequest(c: Context, call: ApiCall | undefined): unknown {
  const files = Object.entries(call?.files ?? {}).map(([field, file]) => ({
    field,
    name: file.fileName ?? '',
    size: file.bytes.length,
  }));
  const url = new URL(c.req.url);
  return {
    path: url.pathname + url.search,
    body: call?.body ?? null,
    ...(files.length > 0 ? { files } : {}),
  };
}

async function shownAnswer(answer: Response): Promise<{ body: unknown; code?: number }> {
  if (!(answer.headers.get('content-type') ?? '').startsWith('application/json'))
    return { body: `${answer.headers.get('content-length') ?? '?'} bytes` };
  const body = (await answer.clone().json()) as { code?: number };
  return { body, ...(body.code === undefined ? {} : { code: body.code }) };
}
