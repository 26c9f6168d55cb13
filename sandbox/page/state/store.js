import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/**
 * @typedef {import('./history.js').History} History
 * @typedef {import('./sending.js').Sending} Sending
 * @typedef {{ text: string, mentions: {openId: string, name: string}[], replyTo: string }} Draft
 * @typedef {{ id: number, type: 'info'|'success'|'error'|'warning', text: string }} Toast
 * @typedef {{
 *   as: string,
 *   fault: string,
 *   world: import('../../contract.ts').SandboxState | null,
 *   clockAhead: number,
 *   minute: number,
 *   chatId: string,
 *   histories: Record<string, History>,
 *   sendings: Sending[],
 *   drafts: Record<string, Draft>,
 *   line: 'opening' | 'live' | 'lost',
 *   retryAt: number,
 *   calls: import('../../contract.ts').SandboxCall[],
 *   panel: '' | 'people' | 'time' | 'platform' | 'chat',
 *   picture: string,
 *   toasts: Toast[],
 * }} PageState
 */

/** @type {PageState} */
let state = {
  as: '',
  fault: '',
  world: null,
  clockAhead: 0,
  minute: 0,
  chatId: '',
  histories: {},
  sendings: [],
  drafts: {},
  line: 'opening',
  retryAt: 0,
  calls: [],
  panel: '',
  picture: '',
  toasts: [],
};

/** @type {Set<() => void>} */
const listeners = new Set();

/** Everything the page knows. It is replaced, never changed in place. */
export function getState() {
  return state;
}

/** @param {Partial<PageState>} patch */
export function setState(patch) {
  state = { ...state, ...patch };
  for (const listener of [...listeners]) listener();
}

/**
 * Part of the state in a component, which is drawn again when that part is another one.
 *
 * @template T
 * @param {(state: PageState) => T} select Must give back the same thing for the same state.
 * @returns {T}
 */
export function useStore(select) {
  const [, redraw] = useReducer((/** @type {number} */ n) => n + 1, 0);
  const shown = useRef({ select, value: /** @type {T} */ (undefined) });
  shown.current = { select, value: select(state) };
  useLayoutEffect(() => {
    const look = () => {
      const { select: latest, value } = shown.current;
      if (!Object.is(latest(state), value)) redraw(0);
    };
    listeners.add(look);
    // What changed between drawing and listening.
    look();
    return () => listeners.delete(look);
  }, []);
  return shown.current.value;
}

/** The sandbox's time now, in ms. */
export function sandboxNow() {
  return Date.now() + state.clockAhead;
}

/** The id of a person with the name that everybody sees. @param {string} openId */
export function nameOf(openId) {
  return personOf(openId)?.name ?? '未知用户';
}

/** @param {string} openId */
export function personOf(openId) {
  return state.world?.people.find((person) => person.openId === openId);
}
