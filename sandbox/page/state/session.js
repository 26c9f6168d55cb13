import { ApiError, apiFor, saysOf } from '../api.js';
import { openStream } from '../stream.js';
import { markRead, openChat, receive, refreshChat } from './chats.js';
import { restoreDrafts } from './drafts.js';
import { firstPersons, placeOfAddress, showPlace } from './place.js';
import { addCall, catchUpCalls } from './platform.js';
import { dropSent } from './sending.js';
import { getState, setState } from './store.js';

const MINUTE_MS = 20_000;
const TOGETHER_MS = 120;
const RETRY_MS = 2000;
/** A page that nobody sees gives its line back after so long: browsers allow few lines to one address. */
const HIDDEN_MS = 60_000;

/** @type {ReturnType<typeof openStream> | undefined} */
let stream;
let worldTimer = 0;
let hiddenTimer = 0;

/** Starts the page: who I am, the world, the line, and the chat of the address. */
export async function start() {
  restoreDrafts();
  setInterval(() => setState({ minute: getState().minute + 1 }), MINUTE_MS);
  document.addEventListener('visibilitychange', onVisibility);
  addEventListener('popstate', onAddress);
  addEventListener('online', () => getState().line === 'lost' && retryNow());
  await startAsFirst();
}

async function startAsFirst() {
  for (const openId of firstPersons()) {
    try {
      return await become(openId, placeOfAddress().chatId);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) continue;
      setState({ fault: saysOf(error) });
      setTimeout(startAsFirst, RETRY_MS);
      return undefined;
    }
  }
  return setState({ fault: '沙盒里还没有人' });
}

/** Uses the page as another person. What was typed stays with who typed it. @param {string} as @param {string} [chatId] */
export async function become(as, chatId = '') {
  const world = await apiFor(as).state();
  stream?.close();
  setState({ as, fault: '', chatId: '', histories: {}, sendings: [], line: 'opening' });
  putWorld(world);
  connect();
  const wanted = world.chats.find((chat) => chat.chatId === chatId);
  const first = isWide() ? world.chats[0] : undefined;
  await openChat((wanted ?? first)?.chatId ?? '');
}

/** Opens the lost line at once. */
export function retryNow() {
  stream?.retryNow();
}

function connect() {
  stream = openStream(getState().as, {
    onEvent,
    onLive() {
      setState({ line: 'live' });
      void catchUp();
    },
    onLost: (retryAt) => setState({ line: 'lost', retryAt }),
  });
}

// What happened while there was no line is read again, also what came while the page itself was opening.
async function catchUp() {
  const { chatId, histories } = getState();
  setState({ histories: Object.fromEntries(Object.entries(histories).filter(([id]) => id === chatId)) });
  const chat = chatId === '' ? undefined : refreshChat(chatId);
  await Promise.all([readWorld(), catchUpCalls(), chat]).catch(() => undefined);
}

function onEvent(/** @type {import('../../contract.ts').SandboxEvent} */ event) {
  switch (event.type) {
    case 'hello':
      return setState({ clockAhead: event.now - Date.now() });
    case 'message':
      dropSent(event.message);
      receive(event.message);
      return readWorldSoon();
    case 'chats':
      return readWorldSoon();
    case 'clock':
      return setState({ clockAhead: event.now - Date.now() });
    case 'call':
      return addCall(event.call);
    case 'commands': {
      const { world } = getState();
      return world ? setState({ world: { ...world, commands: event.commands } }) : undefined;
    }
    default:
      return undefined;
  }
}

// Many changes at once are one reading.
function readWorldSoon() {
  clearTimeout(worldTimer);
  worldTimer = window.setTimeout(() => void readWorld().catch(() => undefined), TOGETHER_MS);
}

async function readWorld() {
  const { as } = getState();
  const world = await apiFor(as).state();
  if (getState().as === as) putWorld(world);
}

function putWorld(/** @type {import('../../contract.ts').SandboxState} */ world) {
  setState({ world, clockAhead: world.clock.now - Date.now() });
}

function onVisibility() {
  clearTimeout(hiddenTimer);
  const { chatId, line } = getState();
  if (document.visibilityState === 'hidden') {
    hiddenTimer = window.setTimeout(() => {
      stream?.close();
      stream = undefined;
    }, HIDDEN_MS);
  } else if (stream === undefined) connect();
  else if (line === 'lost') retryNow();
  if (chatId !== '') markRead(chatId);
}

function onAddress() {
  const { as, chatId } = placeOfAddress();
  const now = getState();
  if (as !== '' && as !== now.as) void become(as, chatId).catch(() => showPlace());
  else if (chatId !== now.chatId) void openChat(chatId);
}

/** Whether list and chat stand beside each other. */
function isWide() {
  return matchMedia('(min-width: 768px)').matches;
}
