import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { LarkApiError } from '../errors.ts';

const TIMEOUT_MS = 10_000;
/** Failures of a connection that never stood: nothing was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

export interface HttpOptions {
  fetch: typeof fetch;
  timeoutMs?: number;
}

/** `maxContentLength`: for an answer that is a file, the most bytes that are taken; beyond them it is 234037. */
export type Options = HttpRequestOptions<unknown> & { maxContentLength?: number };

/** The platform's code for a file that is too large, and ours for one that is larger than asked for. */
export const FILE_TOO_LARGE = 234037;

/**
 * The SDK's transport over `fetch`: a deadline, no body on GET, the reset header of 429 read, and every failure a
 * `LarkApiError` that holds the platform's code and nothing of the request.
 */
export function fetchTransport({ fetch: send, timeoutMs = TIMEOUT_MS }: HttpOptions): HttpInstance {
  const request = async (options: Options): Promise<unknown> => {
    const method = `${options.method ?? 'GET'} ${pathOf(options.url ?? '')}`;
    let response: Response;
    try {
      response = await send(urlOf(options), {
        ...bodyOf(options),
        method: options.method ?? 'GET',
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      throw unanswered(method, error);
    }
    return answered(method, response, options);
  };
  const withUrl =
    (method: string) =>
    (url: string, options: Options = {}) =>
      request({ ...options, url, method });
  const withBody =
    (method: string) =>
    (url: string, data?: unknown, options: Options = {}) =>
      request({ ...options, url, method, data });
  return {
    request,
    get: withUrl('GET'),
    delete: withUrl('DELETE'),
    head: withUrl('HEAD'),
    options: withUrl('OPTIONS'),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
  } as HttpInstance;
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, '').replace(/\/(om|oc|ou)_[^/?]+/g, '/:id');
}

function urlOf(options: Options): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options.params ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) query.append(name, String(one));
    }
  }
  const text = query.toString();
  return `${options.url ?? ''}${text === '' ? '' : `?${text}`}`;
}

function bodyOf(options: Options): { headers: Record<string, string>; body?: string | FormData } {
  const headers = Object.fromEntries(
    Object.entries(options.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-type'),
  ) as Record<string, string>;
  if (options.method === 'GET' || options.data === undefined) return { headers };
  if (String(options.headers?.['Content-Type'] ?? '').startsWith('multipart/')) {
    return { headers, body: formOf(options.data as Record<string, unknown>) };
  }
  return {
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(options.data),
  };
}

function formOf(data: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(data)) {
    if (value instanceof Uint8Array) form.append(name, new Blob([Uint8Array.from(value)]), 'file');
    else if (value !== undefined) form.append(name, String(value));
  }
  return form;
}

function unanswered(method: string, error: unknown): LarkApiError {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new LarkApiError(
    {
      method,
      code: 0,
      says: code || (error instanceof Error ? error.name : 'no answer'),
      outcome: NEVER_SENT.has(code) ? 'not-sent' : 'unknown',
    },
    { cause: error },
  );
}

async function answered(method: string, response: Response, options: Options): Promise<unknown> {
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  if (response.ok && options.responseType === 'arraybuffer' && !isJson)
    return fileIn(method, response, options.maxContentLength ?? Number.POSITIVE_INFINITY);
  const text = await response.text().catch(() => '');
  const body = parsed(text);
  if (response.ok && body !== undefined && (body.code === undefined || body.code === 0)) return body;
  throw new LarkApiError({
    method,
    code: body?.code ?? 0,
    says: `${body?.msg ?? 'no readable answer'} (HTTP ${response.status})`,
    // A code is the platform's decision; a bare 5xx may come from a gateway after the call was carried out.
    outcome: body?.code === undefined && response.status >= 500 ? 'unknown' : 'refused',
    retryAfterMs: resetOf(response),
  });
}

/** Reads a file, and stops as soon as it is known to be too large: mostly the headers tell. */
async function fileIn(method: string, response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = Number(response.headers.get('content-length') ?? 0);
  if (size <= most) {
    size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > most) break;
      chunks.push(chunk);
    }
  }
  if (size <= most) return Buffer.concat(chunks);
  await response.body?.cancel().catch(() => undefined);
  throw new LarkApiError({
    method,
    code: FILE_TOO_LARGE,
    says: `more than ${most} bytes`,
    outcome: 'refused',
  });
}

function resetOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('x-ogw-ratelimit-reset') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.max(seconds, 1) * 1000 : undefined;
}

function parsed(text: string): { code?: number; msg?: string } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? (value as { code?: number; msg?: string })
      : undefined;
  } catch {
    return undefined;
  }
}
