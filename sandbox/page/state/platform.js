import { apiFor } from '../api.js';
import { getState, setState } from './store.js';
import { orToast } from './toasts.js';

const KEPT = 2000;

/**
 * One call, push or callback. What is caught up on may come after what the stream told meanwhile: each has its place by
 * its number.
 * @param {import('../../contract.ts').SandboxCall} call
 */
export function addCall(call) {
  const { calls } = getState();
  const before = calls.findLastIndex((known) => known.id <= call.id);
  if (calls[before]?.id === call.id) return;
  setState({ calls: calls.toSpliced(before + 1, 0, call).slice(-KEPT) });
}

/** Reads the calls that the page has not seen. */
export async function catchUpCalls() {
  const api = apiFor(getState().as);
  const after = getState().calls.at(-1)?.id ?? 0;
  const missed = await api.calls(after);
  if (missed.length > 0) return missed.forEach(addCall);
  // Nothing after the last one: the same run, or a sandbox that was started anew and counts from one again.
  return after > 0 ? setState({ calls: await api.calls(0) }) : undefined;
}

/** Switches one fault on or off. @param {import('../../contract.ts').Fault} fault @param {boolean} isOn */
export async function setFault(fault, isOn) {
  const { as, world } = getState();
  const others = (world?.faults ?? []).filter((each) => each !== fault);
  const answer = await orToast(() => apiFor(as).setFaults(isOn ? [...others, fault] : others));
  const now = getState().world;
  if (answer && now) setState({ world: { ...now, faults: answer.faults } });
}

/** Moves the sandbox's clock. @param {{now: number} | {jump: string}} change */
export async function setClock(change) {
  const answer = await orToast(() => apiFor(getState().as).setClock(change));
  if (answer) setState({ clockAhead: answer.now - Date.now() });
}
