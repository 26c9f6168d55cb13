import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlatformError } from '../../sandbox/platform/errors.ts';
import { Limits } from '../../sandbox/platform/limits.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type Caller, startRecorded, text } from './support.ts';

function refusalOf(act: () => void): PlatformError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error as PlatformError;
  }
}

describe('counting', () => {
  const at = (start = 0) => {
    let now = start;
    const limits = new Limits(() => now);
    return { limits, pass: (ms: number) => (now += ms) };
  };

  test('50 calls a second of one API, others beside it', () => {
    const { limits, pass } = at();
    for (let call = 0; call < 50; call += 1) limits.countCall('send');
    const refused = refusalOf(() => limits.countCall('send'));
    expect(refused).toMatchObject({ code: 99991400, status: 429 });
    expect(refused?.headers).toEqual({ 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': '1' });
    limits.countCall('reply');
    pass(1000);
    limits.countCall('send');
  });

  test('1,000 calls a minute of one API, with the seconds until there is room', () => {
    const { limits, pass } = at();
    for (let second = 0; second < 20; second += 1) {
      for (let call = 0; call < 50; call += 1) limits.countCall('send');
      pass(1000);
    }
    const refused = refusalOf(() => limits.countCall('send'));
    expect(refused?.headers).toEqual({ 'x-ogw-ratelimit-limit': '1000', 'x-ogw-ratelimit-reset': '40' });
    pass(40_000);
    limits.countCall('send');
  });

  test('5 messages a second to one chat; the refusal has no reset header', () => {
    const { limits, pass } = at();
    for (let message = 0; message < 5; message += 1) limits.countReceiver('oc_1');
    const refused = refusalOf(() => limits.countReceiver('oc_1'));
    expect(refused).toMatchObject({ code: 230020, status: 400, headers: {} });
    limits.countReceiver('oc_2');
    pass(1000);
    limits.countReceiver('oc_1');
  });

  test('a refused call does not count', () => {
    const { limits, pass } = at();
    for (let message = 0; message < 5; message += 1) limits.countReceiver('oc_1');
    pass(900);
    for (let message = 0; message < 9; message += 1) refusalOf(() => limits.countReceiver('oc_1'));
    pass(100);
    for (let message = 0; message < 5; message += 1) limits.countReceiver('oc_1');
  });
});

describe('over HTTP', () => {
  let sandbox: Sandbox;
  let api: Caller;
  beforeAll(async () => {
    ({ sandbox, api } = await startRecorded());
  });
  afterAll(() => sandbox.close());

  test('the sixth message to a group within a second', async () => {
    const group = sandbox.groupId('work');
    const answers = await Promise.all(Array.from({ length: 6 }, () => api.send(group, 'text', text('x'))));
    expect(answers.map((answer) => answer.code).sort((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 230020]);
    expect(answers.find((answer) => answer.code !== 0)?.status).toBe(400);
    expect((await api.send(sandbox.groupId('power'), 'text', text('x'))).code).toBe(0);
  });

  test('the sixth update of a card within a second', async () => {
    const card = { schema: '2.0', body: { elements: [] } };
    const { data } = await api.send(sandbox.groupId('power'), 'interactive', card);
    const patch = () =>
      api.call('PATCH', `im/v1/messages/${data['message_id']}`, { content: JSON.stringify(card) });
    const answers = await Promise.all(Array.from({ length: 6 }, patch));
    expect(answers.filter((answer) => answer.code === 230020)).toHaveLength(1);
  });

  test('the 51st call of an API within a second', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => api.call('GET', 'bot/v3/info')));
    const refused = answers.filter((answer) => answer.code === 99991400);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.status).toBe(429);
    expect(Number(refused[0]?.headers.get('x-ogw-ratelimit-reset'))).toBeGreaterThan(0);
  });
});
