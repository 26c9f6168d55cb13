const PATIENCE_MS = 20_000;
const UPLOAD_PATIENCE_MS = 120_000;

/** What the sandbox refused, or why it could not be asked, in a sentence for the page. */
export class ApiError extends Error {
  /** @param {string} says @param {number} status HTTP status; 0 when nothing answered. */
  constructor(says, status) {
    super(says);
    this.name = 'ApiError';
    this.status = status;
  }
}

/** Why something failed, in a sentence for the page. @param {unknown} error */
export function saysOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Asks the sandbox (contract.ts). `as` is added by the caller.
 *
 * @param {string} path Below `/sandbox/api/`.
 * @param {RequestInit} [init]
 * @returns {Promise<any>}
 */
async function request(path, init = {}) {
  const patience = init.body instanceof FormData ? UPLOAD_PATIENCE_MS : PATIENCE_MS;
  let answer;
  try {
    answer = await fetch(`/sandbox/api/${path}`, { ...init, signal: AbortSignal.timeout(patience) });
  } catch {
    throw new ApiError('连不上沙盒，请稍后再试', 0);
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new ApiError(body.error ?? `沙盒出错了（HTTP ${answer.status}）`, answer.status);
  return body;
}

const query = (/** @type {Record<string, string | number | undefined>} */ of) =>
  new URLSearchParams(
    Object.entries(of).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();

/** @param {string} path @param {unknown} [body] */
function post(path, body = {}) {
  const headers = { 'content-type': 'application/json' };
  return request(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The sandbox's API as a person uses it; every call may throw ApiError. @param {string} as open_id */
export function apiFor(as) {
  const me = query({ as });
  return {
    /** @returns {Promise<import('../contract.ts').SandboxState>} */
    state: () => request(`state?${me}`),
    /** @param {string} chatId @param {{before?: string, limit: number}} of @returns {Promise<import('../contract.ts').SandboxPageOfMessages>} */
    messages: (chatId, of) => request(`chats/${chatId}/messages?${query({ as, ...of })}`),
    /** @param {string} chatId @param {import('../contract.ts').SandboxSend} sending */
    send: (chatId, sending) => post(`chats/${chatId}/messages?${me}`, sending),
    /** @param {File} file */
    upload(file) {
      const form = new FormData();
      form.set('file', file);
      return request(`files?${me}`, { method: 'POST', body: form });
    },
    /** @param {string} messageId @param {import('../contract.ts').SandboxAction} action @returns {Promise<import('../contract.ts').SandboxActionResult>} */
    act: (messageId, action) => post(`messages/${messageId}/actions?${me}`, action),
    react: (messageId, emoji) => post(`messages/${messageId}/reactions?${me}`, { emoji }),
    read: (chatId) => post(`chats/${chatId}/read?${me}`),
    enter: (chatId) => post(`chats/${chatId}/enter?${me}`),
    setBotIn: (chatId, isIn) => post(`chats/${chatId}/bot?${me}`, { isIn }),
    /** @param {number} after @returns {Promise<import('../contract.ts').SandboxCall[]>} */
    calls: (after) => request(`calls?${query({ after })}`),
    setFaults: (faults) => post('faults', { faults }),
    setClock: (change) => post('clock', change),
  };
}

/** Where a file or picture is fetched. @param {string} key */
export function fileUrl(key) {
  return `/sandbox/api/files/${encodeURIComponent(key)}`;
}
