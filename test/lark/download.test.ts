import { describe, expect, it } from 'vitest';
import { FILE_TOO_LARGE, fetchTransport } from '../../src/lark/http.ts';

const options = {
  url: 'https://example.com/file',
  responseType: 'arraybuffer',
  maxContentLength: 10,
} as const;

function transport(body: string | ReadableStream, headers: Record<string, string> = {}) {
  return fetchTransport({
    fetch: async () =>
      new Response(body, { headers: { 'content-type': 'application/octet-stream', ...headers } }),
  });
}

describe('a file that is downloaded', () => {
  it('is taken up to the size that was asked for', async () => {
    await expect(transport('0123456789').request(options)).resolves.toEqual(Buffer.from('0123456789'));
  });

  it('is not even begun when its headers say that it is larger', async () => {
    let isCancelled = false;
    const endless = new ReadableStream({
      cancel() {
        isCancelled = true;
      },
    });
    await expect(
      transport(endless, { 'content-length': '209715200' }).request(options),
    ).rejects.toMatchObject({
      code: FILE_TOO_LARGE,
      outcome: 'refused',
    });
    expect(isCancelled).toBe(true);
  });

  it('is broken off when it turns out larger', async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(8)),
    });
    await expect(transport(endless).request(options)).rejects.toMatchObject({ code: FILE_TOO_LARGE });
  });
});
