import { saysOf } from '../api.js';
import { getState, setState } from './store.js';

const SHOWN_MS = 3500;
const MOST = 3;
let last = 0;

/** Says something at the top of the page for a moment. @param {import('./store.js').Toast['type']} type @param {string} text */
export function toast(type, text) {
  last += 1;
  const id = last;
  setState({ toasts: [...getState().toasts, { id, type, text }].slice(-MOST) });
  setTimeout(() => dismissToast(id), SHOWN_MS);
}

/** @param {number} id */
export function dismissToast(id) {
  setState({ toasts: getState().toasts.filter((each) => each.id !== id) });
}

/** Runs an act and says why it failed, if it does; gives back undefined then. @template T @param {() => Promise<T>} act */
export async function orToast(act) {
  try {
    return await act();
  } catch (error) {
    toast('error', saysOf(error));
    return undefined;
  }
}
