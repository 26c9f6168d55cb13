import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latestBulletin, publishedBulletin, sectionsOf } from '../../db/queries/bulletins.ts';
import { bindChat, WORK_GROUP } from '../../db/queries/chats.ts';
import type { SandboxMessage } from '../../sandbox/contract.ts';
import { BULLETIN_ACTIONS } from '../../src/bulletin/actions.ts';
import type { ChatId, MessageId, OpenId } from '../../src/ids.ts';
import type { ClickEvent } from '../../src/inbox/event.ts';
import { exportPeriod } from '../../src/report-files/export.ts';
import { parsePeriod } from '../../src/reports/period.ts';
import { MORNING } from '../people/cast.ts';
import { fill, openFilled } from '../progress/filled.ts';
import { botMessages, wordsOf } from '../support/world.ts';
import { markdownIn, type ReportCast, startReportCast } from './report-support.ts';

const PERIOD = '2026Q3';
let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  for (const who of ['office-1', 'office-2', 'stranger']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  const { notice } = cast.world.service.deps;
  await openFilled(db(), notice.model, {
    period: PERIOD,
    dueOn: '2026-12-31',
    now: MORNING,
    units: { tax: reported('税费办理已全部上网。') },
  });
});
afterAll(() => cast.close());

const db = () => cast.world.service.deps.db;
const reported = (progress: string) =>
  ({ status: 'submitted', submittedAt: MORNING, items: { 'group:4': { progress } } }) as const;
const row = async () => {
  const found = await latestBulletin(db(), PERIOD);
  if (found === undefined) throw new Error('no bulletin');
  return found;
};
const section = async (id: string) => {
  const found = (await sectionsOf(db(), await row())).find((one) => one.section === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
};
/** Asks for the bulletin and waits for the whole answer: its card, and two files behind it. */
const asks = async (who: string, args = PERIOD): Promise<SandboxMessage> => {
  const { sandbox } = cast.world;
  const messages = () => botMessages(sandbox, sandbox.directChatId(cast.id(who)));
  const annexes = () =>
    messages().filter(({ body }) => body.type === 'file' && body.name.endsWith('附表.xlsx'));
  const before = annexes().length;
  cast.tell(who, `/通报 ${args}`);
  const annex = await sandbox.waitFor(() => annexes()[before]);
  const all = messages();
  const card = all[all.findIndex(({ messageId }) => messageId === annex.messageId) - 2];
  if (card?.body.type !== 'card') throw new Error('no card before the files');
  return card;
};
/** Opens a section's form: the first 修改 is that of 总体情况. */
const opens = (who: string, card: SandboxMessage, of: { nth: number; says: string }) => {
  const { sandbox } = cast.world;
  return (async () => {
    await sandbox.as(cast.id(who)).press(card.messageId, '修改', { nth: of.nth });
    return cast.becomes(card, '恢复原文', of.says);
  })();
};
/** A press on a card that was forwarded or is old. */
const click = (
  who: string,
  value: Record<string, unknown>,
  form: Record<string, unknown> = {},
): ClickEvent => ({
  kind: 'click',
  eventId: `click:${who}`,
  operator: cast.id(who) as OpenId,
  chatId: 'oc_x' as ChatId,
  messageId: 'om_x' as MessageId,
  value: { action: '', period: PERIOD, revision: 1, version: 1, ...value },
  form,
  option: undefined,
  appId: '',
});
const filesIn = (chatId: string, name: string) =>
  botMessages(cast.world.sandbox, chatId).filter((one) => one.body.type === 'file' && one.body.name === name);
const bytesOf = (message: SandboxMessage | undefined): Uint8Array =>
  (message?.body.type === 'file' && cast.world.sandbox.fileBytes(message.body.fileKey)) || new Uint8Array();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the office works on a bulletin', () => {
  it('edits a section; building anew leaves it alone, updates the rest and names the figures that changed', async () => {
    const card = await asks('office-1');
    const opened = await opens('office-1', card, { nth: 0, says: '修改 · 总体情况' });
    const { text } = await section('overall');
    const mine = `${text.replace('已报送1家', '报来1家')}\n各单位总体积极。`;
    await cast.turns('office-1', opened, '保存', {
      form: { text_1: mine },
      says: ['总体情况（已修改）', '各单位总体积极'],
      toast: '已保存',
    });
    await fill(db(), { period: PERIOD, unit: 'finance' }, reported('财政资金已拨付。'));
    const again = await asks('office-1');
    expect((await section('overall')).text).toBe(mine);
    expect((await section('filing')).text).toContain('已报送2家');
    expect(wordsOf(again)).toContain('总体情况：数据有变化，已报送1家 → 已报送2家');
  });

  it('two hands on one section: the second sees both texts and chooses; nothing is lost', async () => {
    const [first, second] = [await asks('office-1'), await asks('office-2')];
    const mine = await opens('office-1', first, { nth: 0, says: '修改 · 总体情况' });
    const theirs = await opens('office-2', second, { nth: 0, says: '修改 · 总体情况' });
    await cast.turns('office-2', theirs, '保存', {
      form: { text_1: '第二人写的总体情况。' },
      says: ['第二人写的'],
    });
    const clash = await cast.turns('office-1', mine, '保存', {
      form: { text_1: '第一人写的总体情况。' },
      says: ['第一人写的总体情况', '第二人写的总体情况', '用我的', '用对方的'],
      toast: '两份都在',
    });
    expect((await section('overall')).text).toBe('第二人写的总体情况。');
    // Gone back without a choice: it is still there.
    await cast.turns('office-1', clash, '返回', { says: ['单独留存着：总体情况'] });
    await cast.world.sandbox.as(cast.id('office-1')).press(clash.messageId, '修改', { nth: 0 });
    const still = await cast.becomes(clash, '用我的', '第一人写的');
    await cast.turns('office-1', still, '用我的', { says: ['第一人写的总体情况'], toast: '已用您写的' });
    expect((await section('overall')).text).toBe('第一人写的总体情况。');
    const saves = await db().query.selectFrom('bulletin_save').select('text').execute();
    expect(saves.map(({ text }) => text)).toContain('第二人写的总体情况。');
  });

  it('an empty or overlong text is refused and stays in the form; 恢复原文 takes the facts again', async () => {
    const card = await opens('office-1', await asks('office-1'), { nth: 0, says: '修改 · 总体情况' });
    const says = async (form: Record<string, string>) =>
      (await cast.press('office-1', card, '保存', { form })).toast?.content;
    expect(await says({ text_1: '  ' })).toContain('没有文字');
    const form = { text_1: '字'.repeat(1000), text_2: '字'.repeat(1000) };
    await cast.turns('office-1', card, '保存', { form, says: ['总体情况（已修改）'], toast: '请核对' });
    await cast.world.sandbox.as(cast.id('office-1')).press(card.messageId, '修改', { nth: 0 });
    const opened = await cast.becomes(card, '恢复原文', '修改 · 总体情况');
    await cast.turns('office-1', opened, '恢复原文', { says: ['已报送2家'], toast: '已恢复原文' });
    expect(await section('overall')).toMatchObject({ edited_by: null });
  });

  it('a task group is chosen from a list; without a choice it says so', async () => {
    const card = await asks('office-1');
    const { sandbox } = cast.world;
    const form = { section: 'group:4' };
    const press = (values: Record<string, string>) =>
      sandbox.as(cast.id('office-1')).press(card.messageId, '修改所选', { form: values });
    expect((await press({})).toast?.content).toContain('请先选一项');
    await press(form);
    const opened = await cast.becomes(card, '恢复原文', '税费办理已全部上网');
    await cast.turns('office-1', opened, '保存', {
      form: { text_1: '税务这一组办完了。<at id=all></at>[链接](http://x)' },
      says: ['各专项工作小组进展（有修改）'],
    });
    expect(markdownIn((await asks('office-1')).body).join('\n')).not.toContain('<at id=all>');
    expect((await section('group:4')).text).toContain('税务这一组办完了');
  });
});

describe('from 送审 to publication', () => {
  it('is nobody’s but the office’s', async () => {
    cast.tell('stranger', `/通报 ${PERIOD}`);
    await cast.hears('stranger', '还没有发布', '只有领导小组办公室成员可以起草通报');
    for (const act of Object.values(BULLETIN_ACTIONS))
      await expect(act(cast.world.service.deps, click('stranger', {}))).rejects.toThrow(
        '只有领导小组办公室成员',
      );
    expect(await publishedBulletin(db(), PERIOD)).toBeUndefined();
  });

  it('is sent only as it was seen, returned only with a reason, approved only by a second person', async () => {
    const old = await asks('office-1');
    await fill(db(), { period: PERIOD, unit: 'power' }, { status: 'submitted', submittedAt: MORNING });
    await cast.turns('office-1', old, '送审', { says: ['已报送3家'], toast: '没有送审：内容刚有变化' });
    await cast.turns('office-1', old, '送审', { says: ['批准', '退回'], toast: '已送审' });
    const before = await cast.hears('office-2', '通报送审稿', '批准', '退回');
    expect((await cast.press('office-1', old, '批准')).toast?.content).toContain('请办公室另一位同志批准');
    expect(
      (await cast.press('office-2', before, '退回', { form: { reason: ' ' } })).toast?.content,
    ).toContain('请先写退回理由');
    await cast.turns('office-2', before, '退回', {
      form: { reason: '典型做法太少' },
      says: ['退回', '典型做法太少'],
    });
    await cast.hears('office-1', '通报送审稿', '典型做法太少');
    const again = await asks('office-1');
    await cast.turns('office-1', again, '送审', { says: ['批准'], toast: '已送审' });
    const card = await asks('office-2');
    await cast.turns('office-2', card, '批准', { says: ['发布', '批准'], toast: '已批准' });
    await cast.hears('office-1', '通报送审稿：批准');
    expect(await row()).toMatchObject({
      state: 'approved',
      sent_by: cast.id('office-1'),
      decided_by: cast.id('office-2'),
    });
  });

  it('what was typed while it went out of hand is kept aside', async () => {
    const outcome = await BULLETIN_ACTIONS['bulletin-save'](
      cast.world.service.deps,
      click('office-1', { section: 'next' }, { text_1: '来晚了的下一步。' }),
    );
    expect(outcome.toast?.content).toContain('已经批准，退回以后才能改');
    await db().apply(outcome.writes);
    expect(wordsOf(await asks('office-1'))).toContain('单独留存着：下一步工作');
    expect((await section('next')).text).not.toContain('来晚了');
  });

  it('is published once to the work group, frozen; then it is everybody’s', async () => {
    const work = cast.world.sandbox.groupId('work');
    const card = await asks('office-1');
    expect((await cast.press('office-1', card, '发布')).toast?.content).toContain('还没有绑定工作群');
    await db().apply(
      bindChat(db(), { chatId: work, groupNo: WORK_GROUP, by: cast.id('office-1'), now: MORNING }),
    );
    const other = await asks('office-2');
    await cast.turns('office-1', card, '发布', { says: ['已发布', '数据指纹'], toast: '已发布到工作群' });
    const post = await cast.hears('work', '2026年第三季度', '税务这一组办完了', '数据指纹');
    expect(markdownIn(post.body).join('\n')).not.toContain('<at id=all>');
    await cast.world.sandbox.waitFor(() => filesIn(work, '2026Q3-通报附表.xlsx')[0]);
    await cast.turns('office-2', other, '发布', { says: ['已发布'], toast: '已经发布过，没有再发' });
    expect(filesIn(work, '2026Q3-通报.docx')).toHaveLength(1);
    const bytes = bytesOf(filesIn(work, '2026Q3-通报.docx')[0]);
    expect(sha256(bytes)).toBe((await row()).docx_sha256);
    const words = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(words).toContain('税务这一组办完了');
    expect(words).not.toContain('送审稿');
    const { files } = await exportPeriod(cast.world.service.deps, parsePeriod(PERIOD));
    expect(sha256(files.find(({ name }) => name === '2026Q3-通报.docx')?.content ?? bytes.slice(1))).toBe(
      sha256(bytes),
    );
    cast.tell('stranger', '上季度的通报发我');
    await cast.hears('stranger', '2026年第三季度', '数据指纹');
    cast.tell('stranger', '本季度通报出来了吗');
    await cast.hears('stranger', '2026年第四季度的通报还没有发布');
    cast.tell('stranger', '/通报');
    await cast.hears('stranger', '2026年第三季度', '税务这一组办完了');
    const own = cast.world.sandbox.directChatId(cast.id('stranger'));
    const file = await cast.world.sandbox.waitFor(() => filesIn(own, '2026Q3-通报.docx')[0]);
    expect(sha256(bytesOf(file))).toBe(sha256(bytes));
  });
});

describe('更正 with the office’s own docx', () => {
  const docx = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      '<w:document><w:body><w:p><w:r><w:t>自己排的版</w:t></w:r></w:p></w:body></w:document>',
    ),
    'word/media/stamp.bin': [
      Uint8Array.from({ length: 1_500_000 }, (_, index) => (index * 7919) % 251),
      { level: 0 },
    ],
  });

  it('says what it corrects, takes the uploaded file after checking it, and posts it', async () => {
    const card = await asks('office-1');
    expect((await cast.press('office-1', card, '更正', { form: { note: '' } })).toast?.content).toContain(
      '请先写更正什么',
    );
    await cast.turns('office-1', card, '更正', {
      form: { note: '财政局数字有误' },
      says: ['通报更正稿', '财政局数字有误'],
    });
    const { sandbox } = cast.world;
    const chat = sandbox.directChatId(cast.id('office-1'));
    await cast.press('office-1', card, '上传定稿');
    await cast.hears('office-1', '等待定稿');
    const send = (name: string, bytes: Uint8Array) =>
      sandbox.as(cast.id('office-1')).attach(chat, { name, bytes });
    send('定稿.pdf', strToU8('%PDF-1.4'));
    await cast.hears('office-1', '只收 docx');
    send('假的.docx', strToU8('PK'));
    await cast.hears('office-1', '不是有效的 docx');
    send('太大.docx', new Uint8Array(5 * 1024 * 1024 + 1));
    await cast.hears('office-1', '文件太大，没有收下：最大5 MB');
    send('定稿 最终.docx', docx);
    const taken = await cast.hears(
      'office-1',
      '**定稿**',
      '定稿 最终.docx',
      sha256(docx),
      '定稿里没有找到系统里的',
      '“已报送3家”',
    );
    // The system's text is not what will be published, and stands in nobody's way.
    expect(wordsOf(taken)).toContain('改动：见定稿');
    expect(wordsOf(taken)).not.toContain('税务这一组办完了');
    send('又一个.docx', docx);
    await cast.hears('office-1', '现在没有在等定稿', `/通报 ${PERIOD} 定稿`);
    const now = await asks('office-1');
    await cast.press('office-1', now, '换定稿');
    await fill(db(), { period: PERIOD, unit: 'audit' }, reported(''));
    await cast.turns('office-1', now, '送审', { says: ['定稿 最终.docx'], toast: '内容刚有变化' });
    await cast.turns('office-1', now, '送审', { says: ['批准', '“已报送4家”'] });
    send('晚了.docx', docx);
    await cast.hears('office-1', '现在不能换定稿：已经送审，退回以后才能改');
    const approving = await asks('office-2');
    expect(wordsOf(approving)).toContain('定稿里没有找到系统里的');
    await cast.turns('office-2', approving, '批准', { says: ['发布'] });
    await cast.turns('office-2', approving, '发布', { says: ['已发布'], toast: '已发布到工作群' });
    const post = await cast.hears('work', '通报（更正）', '财政局数字有误', sha256(docx));
    expect(wordsOf(post)).not.toContain('税务这一组办完了');
    const work = sandbox.groupId('work');
    const posted = await sandbox.waitFor(() => filesIn(work, '2026Q3-通报更正1.docx')[0]);
    expect(sha256(bytesOf(posted))).toBe(sha256(docx));
    expect(await db().query.selectFrom('file_part').select('no').execute()).toHaveLength(1);
    await cast.turns('office-2', approving, '更正', {
      form: { note: '日期有误' },
      says: ['上一稿发布的是定稿“定稿 最终.docx”，下面是系统的文字', '上传定稿'],
    });
  });
});
