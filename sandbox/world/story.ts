import type { SandboxMessage } from '../contract.ts';
import type { Sandbox } from '../sandbox.ts';

const PATIENCE_MS = 30_000;

/**
 * Sets the work up as an office would on its first day, by talking to the bot: what the groups are for, the leaders,
 * and all liaisons by a roster. Nothing is put into the bot's database any other way.
 */
export async function seedOffice(sandbox: Sandbox): Promise<void> {
  // Everybody has opened the bot's chat once, so that its greeting does not come last.
  const guests = new Set(['bot', 'outsider', 'stranger'].map((key) => sandbox.openIdOf(key)));
  for (const { openId } of sandbox.people()) if (!guests.has(openId)) sandbox.as(openId).enter();
  const office = sandbox.as(sandbox.openIdOf('office-1'));
  const work = sandbox.groupId('work');
  office.say(work, '/绑定 本群 工作群', { mentionBot: true });
  office.say(sandbox.groupId('power'), '/绑定 本群 小组 7', { mentionBot: true });
  // Apart from the work group, which shall show what a newcomer comes to see.
  const people = leaders(sandbox);
  const quiet = office.makeGroup(
    '办公室筹备群（虚构演示）',
    people.map((leader) => leader.openId),
  );
  office.inviteBot(quiet);
  for (const leader of people) {
    office.say(quiet, `/绑定 领导 ${leader.name} @${leader.name}`, {
      mentionBot: true,
      mentions: [leader.openId],
    });
  }
  await importRoster(sandbox);
}

/** The roster: sent as a file, looked at, confirmed. */
async function importRoster(sandbox: Sandbox): Promise<void> {
  const openId = sandbox.openIdOf('office-1');
  const office = sandbox.as(openId);
  const chat = sandbox.directChatId(openId);
  office.direct('/联络员 导入');
  await shown(sandbox, chat, () => true, 1);
  const lines = ['单位,姓名,手机,角色', ...posts(sandbox).map((post) => post.join(','))];
  office.attach(chat, {
    name: '联络员名册（虚构演示）.csv',
    bytes: new TextEncoder().encode(`\uFEFF${lines.join('\n')}`),
  });
  const preview = await shown(sandbox, chat, (message) =>
    JSON.stringify(message.body).includes('"content":"确认导入"'),
  );
  await office.press(preview.messageId, '确认导入');
}

function leaders(sandbox: Sandbox): { openId: string; name: string }[] {
  return sandbox.people().filter((person) => person.role.startsWith('区领导'));
}

function posts(sandbox: Sandbox): string[][] {
  return sandbox.people().flatMap(({ unit, name, mobile, role }) => {
    const post = role.includes('负责人') ? '负责人' : '联络员';
    return unit === '' ? [] : [[unit, name, mobile, post]];
  });
}

/** Waits for a message of the bot. */
function shown(
  sandbox: Sandbox,
  chatId: string,
  isIt: (message: SandboxMessage) => boolean,
  least = 0,
): Promise<SandboxMessage> {
  const bot = sandbox.openIdOf('bot');
  return sandbox.waitFor(() => {
    const own = sandbox.messagesIn(chatId).filter((message) => message.from === bot);
    return own.length >= least && own.find(isIt);
  }, PATIENCE_MS);
}
