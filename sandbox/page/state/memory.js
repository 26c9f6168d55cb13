import { useReducer } from 'preact/hooks';
import { getState } from './store.js';

/**
 * What a person did to a card and did not send: what he typed, unfolded, leafed to. It lies outside of the components,
 * since a card that is scrolled away is not drawn any more. @type {Map<string, Map<string, unknown>>}
 */
const memories = new Map();

/** The memory of the open person for a message. @param {string} messageId @returns {Map<string, unknown>} */
export function memoryOf(messageId) {
  const key = `${getState().as} ${messageId}`;
  const known = memories.get(key);
  if (known) return known;
  const memory = new Map();
  memories.set(key, memory);
  return memory;
}

/**
 * `useState` that outlives the component.
 *
 * @template T
 * @param {Map<string, unknown>} memory
 * @param {string} key
 * @param {T} initial
 * @returns {[T, (value: T) => void]}
 */
export function useKept(memory, key, initial) {
  const [, redraw] = useReducer((/** @type {number} */ n) => n + 1, 0);
  const value = memory.has(key) ? /** @type {T} */ (memory.get(key)) : initial;
  return [
    value,
    (next) => {
      memory.set(key, next);
      redraw(0);
    },
  ];
}
