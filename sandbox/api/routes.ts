import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { FAULTS, type SandboxAction, type SandboxSend } from '../contract.ts';
import type { Acts } from '../conversation/acts.ts';
import type { Clicks } from '../conversation/clicks.ts';
import { ActError, type Conversation } from '../conversation/conversation.ts';
import { type IsWorkingDay, instantOfJump, JUMPS } from '../jumps.ts';
import type { Platform } from '../platform/endpoint.ts';
import { fileResponse } from '../platform/files.ts';
import { pageOfMessages, stateFor } from './reads.ts';
import { streamFor } from './stream.ts';
import { uploaded } from './upload.ts';
import { shownMessage } from './view.ts';

export interface ApiDeps {
  platform: Platform;
  conversation: Conversation;
  acts: Acts;
  clicks: Clicks;
  isWorkingDay: IsWorkingDay;
}

const Send = z.union([
  z.object({ text: z.string(), mentions: z.array(z.string()).default([]), replyTo: z.string().optional() }),
  z.object({ fileKey: z.string() }),
  z.object({ imageKey: z.string() }),
]);
const Action = z.object({
  tag: z.string().min(1),
  value: z.unknown(),
  name: z.string().optional(),
  form_value: z.record(z.string(), z.unknown()).optional(),
  input_value: z.string().optional(),
  option: z.string().optional(),
  options: z.array(z.string()).optional(),
  checked: z.boolean().optional(),
});
const ClockChange = z.union([z.object({ now: z.number() }), z.object({ jump: z.enum(JUMPS) })]);

/** What the chat page talks to, below `/sandbox/api` (contract.ts). `as` is the open_id of the page's user. */
export function apiRoutes(deps: ApiDeps): Hono {
  const api = new Hono();
  api.use(onlyFromHere);
  api.onError((error, c) => {
    if (error instanceof ActError) return c.json({ error: error.message }, error.status);
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    throw error;
  });
  addReads(api, deps);
  addWrites(api, deps);
  addControls(api, deps);
  return api;
}

function addReads(api: Hono, deps: ApiDeps): void {
  const { platform, conversation } = deps;
  api.get('/state', (c) => c.json(stateFor(platform, conversation.person(as(c)))));
  api.get('/stream', (c) => streamFor(c, { platform, openId: conversation.person(as(c)).openId }));
  api.get('/chats/:chatId/messages', (c) => {
    const chat = conversation.chatFor(as(c), c.req.param('chatId'));
    const { before, limit } = c.req.query();
    return c.json(pageOfMessages(platform.state, chat, { as: as(c), before, limit: Number(limit ?? 50) }));
  });
  api.get('/files/:key', (c) => {
    const file = platform.state.files.get(c.req.param('key'));
    return file ? fileResponse(file) : c.json({ error: '文件不存在' }, 404);
  });
  api.get('/calls', (c) => c.json(platform.calls.since(Number(c.req.query('after') ?? 0))));
  api.get('/faults', (c) => c.json({ faults: platform.faults.all() }));
}

function addWrites(api: Hono, { platform, conversation, acts, clicks }: ApiDeps): void {
  api.post('/files', async (c) => {
    const person = conversation.person(as(c));
    return c.json(await uploaded(platform.state, person.openId, await c.req.formData()));
  });
  api.post('/chats/:chatId/messages', async (c) => {
    const sending = Send.parse(await c.req.json()) as SandboxSend;
    const chatId = c.req.param('chatId');
    const message =
      'text' in sending
        ? conversation.say(as(c), chatId, sending)
        : conversation.attach(as(c), chatId, 'fileKey' in sending ? sending.fileKey : sending.imageKey);
    return c.json(shownMessage(platform.state, message));
  });
  api.post('/messages/:messageId/actions', async (c) => {
    const action = Action.parse(await c.req.json()) as SandboxAction;
    return c.json(await clicks.click(as(c), c.req.param('messageId'), action));
  });
  api.post('/messages/:messageId/reactions', async (c) => {
    const { emoji } = z.object({ emoji: z.string().min(1).max(40) }).parse(await c.req.json());
    return c.json(shownMessage(platform.state, acts.react(as(c), c.req.param('messageId'), emoji)));
  });
  api.post('/chats/:chatId/read', (c) => {
    acts.read(as(c), c.req.param('chatId'));
    return c.json({});
  });
  api.post('/chats/:chatId/enter', (c) => c.json({ chatId: acts.enter(as(c)).chatId }));
  api.post('/chats/:chatId/bot', async (c) => {
    const { isIn } = z.object({ isIn: z.boolean() }).parse(await c.req.json());
    acts.setBotIn(as(c), c.req.param('chatId'), isIn);
    return c.json({});
  });
  api.post('/people/:openId/menu', async (c) => {
    const { eventKey } = z.object({ eventKey: z.string().min(1) }).parse(await c.req.json());
    acts.menu(c.req.param('openId'), eventKey);
    return c.json({});
  });
}

function addControls(api: Hono, { platform, isWorkingDay }: ApiDeps): void {
  const { clock, faults } = platform;
  api.post('/faults', async (c) => {
    const wanted = z.object({ faults: z.array(z.enum(FAULTS)) }).parse(await c.req.json());
    faults.set(wanted.faults);
    return c.json({ faults: faults.all() });
  });
  api.post('/clock', async (c) => {
    const change = ClockChange.parse(await c.req.json());
    clock.set('now' in change ? change.now : instantOfJump(change.jump, clock.now(), isWorkingDay));
    return c.json({ now: clock.now(), offsetMs: clock.offset() });
  });
}

function as(c: Context): string {
  return c.req.query('as') ?? '';
}

// The API acts for anybody, so pages of other sites must not reach it through the user's browser.
async function onlyFromHere(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  const origin = c.req.header('origin');
  if (origin !== undefined && new URL(c.req.url).origin !== origin)
    return c.json({ error: '只接受本页面的请求' }, 403);
  await next();
  return undefined;
}
