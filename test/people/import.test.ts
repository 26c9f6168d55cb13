import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { liaisonsOf, personName } from '../../db/queries/people.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { botMessages, wordsOf } from '../support/world.ts';
import { type Cast, startCast } from './cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
});
afterAll(async () => {
  await cast.close();
});

const db = () => cast.world.service.deps.db;
const mobile = (who: string) => {
  const person = cast.world.sandbox.people().find((one) => one.openId === cast.id(who));
  return person?.mobile ?? '';
};
const liaisons = async (unit: string) =>
  (await liaisonsOf(db(), unit, '2026-11-25')).map((person) => person.openId);

async function xlsx(rows: (string | number | null)[][]): Promise<Uint8Array> {
  const data = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  return new Uint8Array(await (await writeXlsxFile(data).toBlob()).arrayBuffer());
}

function send(who: string, name: string, bytes: Uint8Array): void {
  const { sandbox } = cast.world;
  sandbox.as(cast.id(who)).attach(sandbox.directChatId(cast.id(who)), { name, bytes });
}

describe('a roster', () => {
  it('is asked for by the office, in its direct chat, and a template comes along', async () => {
    cast.tell('liaison:财政局', '/联络员 导入');
    await cast.hears('liaison:财政局', '只有领导小组办公室成员可以导入名册');
    cast.shout('office-1', '/联络员 导入');
    await cast.hears('work', '请在与我的单聊里');
    cast.tell('office-1', '/联络员 导入');
    await cast.hears('office-1', '请在30分钟内把名册发到这里');
    const file = await cast.hears('office-1', '联络员名册模板.xlsx');
    const { sandbox } = cast.world;
    const bytes = file.body.type === 'file' ? sandbox.fileBytes(file.body.fileKey) : undefined;
    const [sheet] = readXlsx(bytes ?? new Uint8Array());
    expect(sheet?.rows[0]?.cells).toEqual(['单位', '姓名', '手机', '角色']);
    expect(sheet?.rows.length).toBeGreaterThan(36);
  });

  it('is previewed with its errors by row, and nothing changes before it is confirmed', async () => {
    const bytes = await xlsx([
      ['营商环境联络员名册', null, null, null],
      ['手机号码', '所属单位', '角色', '姓名'],
      [Number(mobile('liaison:财政局')), '财政局', '联络员', '沈若谷'],
      [`+86 ${mobile('head:财政局')}`, null, '负责人', '潘守正'],
      [mobile('liaison:税务局'), '税务', '', '某甲'],
      [mobile('liaison:住建局'), '住建局', '科长', '某乙'],
      ['1380000', '民政局', '', '某丙'],
      ['13911112222', '审计局', '', '某丁'],
      [mobile('outsider'), '信访局', '', '某戊'],
      [mobile('liaison:财政局'), '财政局', '副联络员', '沈若谷'],
      [mobile('liaison:发展改革委'), '发改委', '', '顾清和'],
      [mobile('liaison:发展改革委'), '统计局', '副联络员', '顾清和'],
      [null, '科创局', '', null],
    ]);
    send('office-1', '随便.xlsx', bytes);
    const preview = await cast.hears('office-1', '名册预览');
    const says = wordsOf(preview);
    expect(says).toContain('**4项变动**，0项不变，6行有问题');
    for (const fault of [
      '第5行：通知里没有“税务”这个单位。您是不是要写“税务局”？',
      '第6行：不认识身份“科长”',
      '第7行：手机号不完整',
      '第8行：某丁的手机号查不到人',
      '第9行：某戊的手机号查不到人',
      '第10行：与第3行是同一单位的同一个人',
    ])
      expect(says).toContain(fault);
    expect(says).toContain('统计分局：顾清和 副联络员');
    expect(says).toContain('确认后会通知3人，跳过6行');
    expect(await liaisons('finance')).toEqual([]);

    cast.world.sandbox.as(cast.id('stranger')).direct('hi');
    const results = await Promise.all([
      cast.press('office-1', preview, '确认导入'),
      cast.press('office-1', preview, '确认导入'),
    ]);
    expect(results.map((result) => result.toast?.content).sort()).toEqual([
      '已导入',
      '这份名册已经导入过了，不用再点。',
    ]);
    await cast.becomes(preview, '已导入4项变动，跳过有问题的6行');
    expect(await liaisons('finance')).toEqual([cast.id('liaison:财政局')]);
    expect(await liaisons('statistics')).toEqual([cast.id('liaison:发展改革委')]);
    expect(await personName(db(), cast.id('head:财政局'))).toBe('潘守正');
    await cast.hears('liaison:发展改革委', '发展改革委联络员、统计分局副联络员');
    await cast.hears('head:财政局', '财政局负责人');
  });

  it('as csv in GBK changes a role, keeps the rest, and may be dropped', async () => {
    const text = `单位,手机,角色\r\n财政局,${mobile('liaison:财政局')},副联络员\r\n财政局,${mobile('head:财政局')},负责人`;
    send('office-1', '联络员.csv', gbk(text));
    const preview = await cast.hears('office-1', '**1项变动**，1项不变，0行有问题');
    expect(wordsOf(preview)).toContain('副联络员（原为联络员）');
    expect((await cast.press('office-1', preview, '放弃')).toast?.content).toBe('已放弃');
    await cast.becomes(preview, '没有改动任何人');
    expect(await liaisons('finance')).toHaveLength(1);
  });

  it('may be mended and sent again before it is confirmed', async () => {
    const rows = (unit: string) => new TextEncoder().encode(`手机,单位\n${mobile('liaison:信访局')},${unit}`);
    cast.tell('office-2', '/联络员 导入');
    await cast.hears('office-2', '请在30分钟内');
    send('office-2', 'a.csv', rows('信仿局'));
    await cast.hears('office-2', '**0项变动**，0项不变，1行有问题');
    send('office-2', 'b.csv', rows('信访局'));
    const preview = await cast.hears('office-2', '**1项变动**，0项不变，0行有问题');
    expect((await cast.press('office-2', preview, '确认导入')).toast?.content).toBe('已导入');
    send('office-2', 'c.csv', rows('信访局'));
    await cast.hears('office-2', '现在没有等着收文件的事项');
  });

  it.each([
    ['名册.xlsx', Uint8Array.from([1, 2, 3]), '不是有效的 xlsx'],
    ['名册.doc', Uint8Array.from([1, 2, 3]), '名册请发 xlsx 或 csv 表格'],
    ['名册.csv', new TextEncoder().encode('a,b\n1,2'), '没有找到表头'],
    ['名册.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), '旧版 xls'],
  ])('%s that cannot be read is refused in a sentence', async (name, bytes, says) => {
    send('office-2', name, bytes);
    await cast.hears('office-2', says);
  });

  it('from anybody else is no roster', async () => {
    send('stranger', '联络员名册.csv', new TextEncoder().encode('单位,手机'));
    await cast.hears('stranger', '现在没有等着收文件的事项');
  });

  it('its phone numbers are kept nowhere and shown to nobody', async () => {
    const kept = await Promise.all([
      db().query.selectFrom('audit').selectAll().execute(),
      db().query.selectFrom('roster').selectAll().execute(),
      db().query.selectFrom('person').selectAll().execute(),
      db().query.selectFrom('binding').selectAll().execute(),
      db().query.selectFrom('inbox').selectAll().execute(),
      db().query.selectFrom('outbox').select('content').execute(),
    ]);
    const said = botMessages(cast.world.sandbox, cast.world.sandbox.directChatId(cast.id('office-1')));
    expect(JSON.stringify([kept, said])).not.toMatch(/(?<!\d)1380000\d{4}(?!\d)|13911112222/);
  });
});

describe('who acts for which unit', () => {
  it('everybody may see; the office sees which units have nobody, by name only in its direct chat', async () => {
    cast.tell('leader-head', '/联络员');
    const list = wordsOf(await cast.hears('leader-head', 'content":"各单位联络员"'));
    expect(list).toContain('**财政局**　沈若谷（联络员）、潘守正（负责人）');
    expect(list).not.toContain('还没有联络员');
    cast.tell('office-1', '/联络员');
    const office = wordsOf(await cast.hears('office-1', '个单位还没有联络员'));
    expect(office).toContain('教育局、科创局');
    cast.shout('office-1', '/联络员');
    const group = wordsOf(await cast.hears('work', '个单位还没有联络员**，名单请在单聊里查看'));
    expect(group).not.toContain('教育局、科创局');
  });

  it('pages through the units', async () => {
    cast.tell('leader-head', '/联络员');
    const list = await cast.hears('leader-head', '下一页');
    await cast.press('leader-head', list, '下一页');
    await cast.becomes(list, '上一页', '信访局');
  });

  it('one unit, with who is away and who stands in', async () => {
    cast.shout('liaison:财政局', '/联络员 请假 今天 明天 代 @顾清和', ['liaison:发展改革委']);
    await cast.hears('work', '已登记');
    cast.tell('stranger', '/联络员 财政局');
    await cast.hears('stranger', '沈若谷（联络员，请假到11月26日，由顾清和代）');
    cast.tell('stranger', '/联络员 教育局');
    await cast.hears('stranger', '还没有绑定联络员');
    cast.tell('stranger', '/联络员 工商银行');
    await cast.hears('stranger', '通知里没有“工商银行”这个单位');
  });

  it('the office decides waiting claims from the list', async () => {
    cast.tell('liaison:民政局', '/绑定 民政局');
    await cast.hears('liaison:民政局', '已申请');
    cast.tell('office-2', '/联络员');
    const list = await cast.hears('office-2', '1项绑定申请等您确认', '民政局联络员');
    expect((await cast.press('office-2', list, '确认')).toast?.content).toBe('已确认');
    await cast.becomes(await cast.hears('office-1', '绑定申请', '民政局'), '已处理');
    await cast.world.sandbox.waitFor(() =>
      cast.world.sandbox
        .messagesIn(list.chatId)
        .some((message) => message.messageId === list.messageId && !wordsOf(message).includes('等您确认')),
    );
  });
});

/** The few characters that the test needs, as Chinese Windows writes them. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, [number, number]>();
  for (let high = 0xb0; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from([...text].flatMap((char) => table.get(char) ?? [char.charCodeAt(0)]));
}
