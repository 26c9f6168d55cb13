import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Districts, startDistricts } from './districts.ts';

let all: Districts;
beforeAll(async () => {
  const nobody = { east: undefined, north: undefined, south: undefined };
  all = await startDistricts(nobody, { north: 'websocket', south: 'websocket' });
});
afterAll(() => all.close());

describe('a long connection per app, beside the webhook of another', () => {
  it('brings each district its own events only', async () => {
    for (const id of ['east', 'north', 'south']) {
      await all.of(id).tells('stranger', `${id}这边获得电力谁牵头`, '供电中心');
      const rows = await all.deps(id).db.query.selectFrom('inbox').select('event').execute();
      const texts = JSON.stringify(rows);
      for (const other of ['east', 'north', 'south'])
        expect(texts.includes(`${other}这边`)).toBe(other === id);
    }
  });

  it('takes no push at the address of an app that has one', async () => {
    const { appId } = all.of('north').tenant.lark.credentials;
    const request = new Request(`http://bot/lark/events/${appId}`, { method: 'POST', body: '{}' });
    expect((await all.deployment.fetch(request)).status).toBe(401);
  });
});
