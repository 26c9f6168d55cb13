import type { SandboxMessage } from '../contract.ts';
import type { FormValues } from '../conversation/press.ts';
import type { Sandbox } from '../sandbox.ts';
import prose from './prose.json' with { type: 'json' };

/** A reporting period of the story. Instants in ms. */
export interface StoryPeriod {
  /** `2026Q3` */
  id: string;
  opensAt: number;
  /** When the reports come in. */
  reportedAt: number;
}

export interface Story {
  past: StoryPeriod & { lockedAt: number };
  current: StoryPeriod;
  /** When the newcomer comes in. */
  endsAt: number;
  /** Lets the bot do what is due at the sandbox's time. */
  tick: () => Promise<unknown>;
}

const PATIENCE_MS = 30_000;
const AT_ONCE = 6;
/** Marks of the office, in turn: an ordinary quarter. */
const MARKS = ['优', '良', '良', '优', '中', '良', '优', '良'];

/**
 * Lives through a quarter and a half as its people would, card by card: in the past one every unit reports and the
 * office reviews, in the current one the first half has reported. Everything said is made up.
 */
export async function seedQuarters(sandbox: Sandbox, story: Story): Promise<void> {
  const { past, current } = story;
  const liaisons = sandbox.people().filter((person) => person.unit !== '' && person.role.includes('联络员'));
  await at(sandbox, story, past.opensAt);
  await at(sandbox, story, past.reportedAt);
  await each(liaisons, (one, i) => report(sandbox, one.openId, { part: i, isChanged: true }));
  for (const [i, one] of liaisons.entries()) await review(sandbox, one.unit, MARKS[i % MARKS.length] ?? '良');
  await at(sandbox, story, past.lockedAt);
  sandbox.as(sandbox.openIdOf('office-1')).direct(`/报送 锁定 ${past.id}`);
  await at(sandbox, story, current.opensAt);
  await at(sandbox, story, current.reportedAt);
  const first = liaisons.filter((_, i) => i % 2 === 0);
  await each(first, (one, i) => report(sandbox, one.openId, { part: i, isChanged: i % 3 !== 0 }));
  await at(sandbox, story, story.endsAt);
}

async function at(sandbox: Sandbox, story: Story, instant: number): Promise<void> {
  sandbox.clock.set(instant);
  await story.tick();
  await sandbox.idle();
}

/** A few at a time. */
async function each<T>(all: readonly T[], act: (one: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < all.length; i = next++) await act(all[i] as T, i);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** One liaison: from the opening card to the receipt. */
async function report(
  sandbox: Sandbox,
  openId: string,
  how: { part: number; isChanged: boolean },
): Promise<void> {
  const chat = sandbox.directChatId(openId);
  const card = await shown(sandbox, chat, (message) => has(message, '开始填报'));
  const unchanged = !how.isChanged && has(card, '无变化沿用');
  let now = await press(sandbox, openId, card, { label: unchanged ? '无变化沿用' : '开始填报' });
  for (let page = 0; !has(now, '"提交"') && page < 40; page++) {
    const label = has(now, '"下一项"') ? '下一项' : '预览';
    now = await press(sandbox, openId, now, { label, form: filled(now, how.part + page) });
  }
  await press(sandbox, openId, now, { label: '提交' });
}

async function review(sandbox: Sandbox, unit: string, mark: string): Promise<void> {
  const openId = sandbox.openIdOf('office-1');
  const chat = sandbox.directChatId(openId);
  sandbox.as(openId).direct(`/审核 ${unit}`);
  const card = await shown(
    sandbox,
    chat,
    (message) => has(message, `审核 · ${unit}`) && has(message, '"采纳"'),
  );
  await press(sandbox, openId, card, { label: '采纳', form: { mark } });
}

/** Presses a button and gives the card as it is after the change. */
async function press(
  sandbox: Sandbox,
  openId: string,
  card: SandboxMessage,
  what: { label: string; form?: FormValues },
): Promise<SandboxMessage> {
  const result = await sandbox
    .as(openId)
    .press(card.messageId, what.label, what.form ? { form: what.form } : {});
  if (result.code !== undefined || result.toast?.type === 'error')
    throw new Error(`${what.label}: ${result.says ?? result.toast?.content ?? ''}`);
  return sandbox.waitFor(
    () =>
      sandbox
        .messagesIn(card.chatId)
        .find((one) => one.messageId === card.messageId && one.version > card.version),
    PATIENCE_MS,
  );
}

function shown(
  sandbox: Sandbox,
  chatId: string,
  isIt: (message: SandboxMessage) => boolean,
): Promise<SandboxMessage> {
  return sandbox.waitFor(() => sandbox.messagesIn(chatId).filter(isIt).at(-1), PATIENCE_MS);
}

function has(message: SandboxMessage, words: string): boolean {
  return message.body.type === 'card' && JSON.stringify(message.body.card).includes(words);
}

/** What the liaison writes into the page's form. */
function filled(page: SandboxMessage, turn: number): Record<string, string> {
  const text = JSON.stringify(page.body.type === 'card' ? page.body.card : '');
  const title = /"content":"\*\*(.*?)\*\*/.exec(text)?.[1] ?? '';
  const topic = prose.topics.find((one) => one.words.some((word) => title.includes(word))) ?? prose.other;
  const form: Record<string, string> = { progress: topic.progress, next_steps: topic.next };
  if (turn % 3 !== 2) form['problems'] = topic.problems;
  if (turn % 11 === 5) form['coordinate'] = 'yes';
  for (const [name, label] of indicators(text)) form[name] = valueFor(label, turn);
  return form;
}

/** Name and label of each indicator's field. */
function indicators(text: string): [string, string][] {
  const found: [string, string][] = [];
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { name, label } = node as { name?: string; label?: { content?: string } };
    if (typeof name === 'string' && name.startsWith('indicator_')) found.push([name, label?.content ?? '']);
    for (const value of Object.values(node)) collect(value);
  };
  collect(JSON.parse(text));
  return found;
}

/** A value near the target that the label states: mostly reached, now and then a little short. */
function valueFor(label: string, turn: number): string {
  const target = Number(/目标[^\d]*([\d.]+)/.exec(label)?.[1] ?? Number.NaN);
  if (!Number.isFinite(target)) return '暂无数据：统计口径尚未明确';
  const isUpper = /目标[^\d]*[≤<不]/.test(label);
  const isShort = turn % 7 === 3;
  const factor = isUpper === isShort ? 1.06 : 0.95;
  const value = label.includes('%') && target >= 95 && !isUpper ? target : target * factor;
  return String(Math.round(value * 10) / 10);
}
