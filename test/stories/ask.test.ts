import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { botMessages, startWorld, type World, wordsOf } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const { sandbox } = world;
  // Everybody but the one of the first visit has been greeted.
  for (const who of ['leader-head', 'leader-power', 'stranger']) {
    const id = sandbox.openIdOf(who);
    sandbox.as(id).enter();
    await sandbox.waitFor(() => botMessages(sandbox, sandbox.directChatId(id)).length === 1);
  }
});
afterAll(async () => {
  await world.close();
});

/** Writes to the bot and waits for its next message. */
async function ask(who: string, text: string): Promise<string> {
  const { sandbox } = world;
  const chat = sandbox.directChatId(sandbox.openIdOf(who));
  const before = botMessages(sandbox, chat).length;
  sandbox.as(sandbox.openIdOf(who)).direct(text);
  return sandbox.waitFor(() => {
    const fresh = botMessages(sandbox, chat)[before];
    return fresh && wordsOf(fresh);
  });
}

describe('a leader asks', () => {
  it('in a direct message, and gets a card with the answer, its place and the clause', async () => {
    const card = await ask('leader-head', '获得电力是谁分管');
    expect(card).toContain('申晓东');
    expect(card).toContain('三、7');
    expect(card).toContain('collapsible_panel');
  });

  it('a follow-up, which is read in the context of the question before', async () => {
    await ask('leader-power', '财政局牵头哪个组');
    expect(await ask('leader-power', '那税务局呢')).toContain('缴纳税费');
  });

  it('in the group, by a mention, and is answered as a reply; without one the bot is silent', async () => {
    const { sandbox } = world;
    const group = sandbox.groupId('work');
    const leader = sandbox.as(sandbox.openIdOf('leader-head'));
    leader.say(group, '跨境贸易谁分包');
    const asked = leader.say(group, '跨境贸易谁分包', { mentionBot: true });
    await sandbox.waitFor(() => botMessages(sandbox, group).length > 0);
    await sandbox.idle();
    const answers = botMessages(sandbox, group);
    expect(answers).toHaveLength(1);
    expect(answers[0]?.replyTo).toBe(asked.messageId);
    expect(answers.map(wordsOf).join()).toContain('高鸿');
  });

  it.each([
    ['/小组 7', '申晓东'],
    ['／措施14', '办电效率'],
    ['/单位 统计局', '信用环境'],
    ['/leader 冯书记', '冯利民'],
    ['/帮助', '查一个专项工作小组'],
    ['/小租 7', '/小组'],
  ])('by the command %s', async (typed, wanted) => {
    expect(await ask('leader-head', typed)).toContain(wanted);
  });

  it('what the notice does not say, and is told so', async () => {
    expect(await ask('leader-head', '办公室的电话是多少')).toContain('通知里没有写');
  });

  it.each([
    ['an emoji', '😀'],
    ['a mention of all', '<at id=all></at> @_all'],
    ['markdown and a link', '**你好** [点我](https://example.com) `x` # 标题'],
    ['another language', 'Who is responsible for electricity?'],
    ['5,000 characters', '获得电力'.repeat(1250)],
  ])('with %s, and gets a polite card in which nothing of it is live', async (_, text) => {
    const card = await ask('stranger', text);
    const parsed = markdownIn(JSON.parse(card));
    expect(parsed.length).toBeGreaterThan(0);
    for (const content of parsed) expect(content).not.toMatch(/<at|\]\(http/);
  });
});

describe('a button', () => {
  it('asks its question, and the answer stands below the card', async () => {
    const { sandbox } = world;
    const chat = sandbox.directChatId(sandbox.openIdOf('leader-head'));
    const before = botMessages(sandbox, chat).length;
    await ask('leader-head', '/小组 7');
    const card = botMessages(sandbox, chat).at(-1);
    const result = await sandbox
      .as(sandbox.openIdOf('leader-head'))
      .press(card?.messageId ?? '', '有什么目标');
    expect(result.toast?.content).toContain('已回答');
    await sandbox.waitFor(() => botMessages(sandbox, chat).length === before + 2);
    expect(botMessages(sandbox, chat).at(-1)?.replyTo).toBe(card?.messageId);
  });
});

describe('a first visit', () => {
  it('gets the help card once', async () => {
    const { sandbox } = world;
    const chat = sandbox.directChatId(sandbox.openIdOf('office-2'));
    const helpCards = () =>
      botMessages(sandbox, chat).filter((message) => wordsOf(message).includes('直接问我'));
    await ask('office-2', '获得电力是谁分管');
    await ask('office-2', '获得信贷是谁分管');
    await sandbox.idle();
    expect(helpCards()).toHaveLength(1);
  });
});

describe('a mention and nothing else', () => {
  it('gets the help card', async () => {
    const { sandbox } = world;
    const group = sandbox.groupId('power');
    sandbox.as(sandbox.openIdOf('leader-power')).say(group, '', { mentionBot: true });
    const [card] = await sandbox.waitFor(() => {
      const found = botMessages(sandbox, group);
      return found.length > 0 && found;
    });
    expect(card && wordsOf(card)).toContain('直接问我');
  });
});

/** What a card hands to the markdown parser. */
function markdownIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(markdownIn);
  if (typeof node !== 'object' || node === null) return [];
  const { tag, content } = node as Record<string, unknown>;
  const own = (tag === 'markdown' || tag === 'lark_md') && typeof content === 'string' ? [content] : [];
  return [...own, ...Object.values(node).flatMap(markdownIn)];
}

it('a press on the menu that is refused is answered with the reason', async () => {
  const { sandbox } = world;
  const id = sandbox.openIdOf('leader-power');
  const before = botMessages(sandbox, sandbox.directChatId(id)).length;
  sandbox.as(id).menu('review');
  const said = await sandbox.waitFor(() => botMessages(sandbox, sandbox.directChatId(id))[before]);
  expect(wordsOf(said)).toContain('只有领导小组办公室');
});
