const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** The sandbox says something every 15 s; a line that is silent for so long is dead. */
const SILENCE_MS = 40_000;

/**
 * The sandbox's events for a person, kept open: a lost line is opened again after a wait that doubles each time.
 *
 * @param {string} as open_id
 * @param {{
 *   onEvent: (event: import('../contract.ts').SandboxEvent) => void,
 *   onLive: () => void,
 *   onLost: (retryAt: number) => void,
 * }} told `retryAt` is an instant of this machine's clock.
 */
export function openStream(as, told) {
  let failures = 0;
  let isClosed = false;
  let isTrying = false;
  let timer = 0;
  let line = new AbortController();

  async function connect() {
    isTrying = true;
    line = new AbortController();
    try {
      await listen(as, line, {
        onEvent: told.onEvent,
        onOpen() {
          failures = 0;
          told.onLive();
        },
      });
    } catch {
      // Whatever ended the line, the answer is the same: try again.
    }
    isTrying = false;
    if (!isClosed) wait();
  }

  function wait() {
    const ms = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
    failures += 1;
    told.onLost(Date.now() + ms);
    timer = window.setTimeout(connect, ms);
  }

  void connect();
  return {
    retryNow() {
      // One line at a time: who is impatient does not open a second one.
      if (isTrying) return;
      clearTimeout(timer);
      void connect();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      line.abort();
    },
  };
}

/** Reads Server-Sent Events until the line ends. @param {string} as @param {AbortController} line */
async function listen(as, line, { onEvent, onOpen }) {
  let watchdog = 0;
  const alive = () => {
    clearTimeout(watchdog);
    watchdog = window.setTimeout(() => line.abort(), SILENCE_MS);
  };
  alive();
  try {
    const answer = await fetch(`/sandbox/api/stream?as=${encodeURIComponent(as)}`, { signal: line.signal });
    if (!answer.ok || answer.body === null) throw new Error(`the stream answered ${answer.status}`);
    onOpen();
    let rest = '';
    const decoder = new TextDecoder();
    for (const reader = answer.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return;
      alive();
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) if (dataOf(block) !== '') onEvent(JSON.parse(dataOf(block)));
    }
  } finally {
    clearTimeout(watchdog);
  }
}

/** @param {string} block One event's lines; a comment has no data. */
function dataOf(block) {
  return block
    .split('\n')
    .filter((each) => each.startsWith('data:'))
    .map((each) => each.slice(5).trim())
    .join('\n');
}
