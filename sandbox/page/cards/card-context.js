import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { lookOf } from './look.js';

/**
 * What the components of a card know of the message they stand in.
 *
 * @typedef {{
 *   components: Record<string, (of: {element: any, path: string}) => any>,
 *   look: ReturnType<typeof import('./look.js').lookOf>,
 *   memory: Map<string, unknown>,
 *   version: number,
 *   me: string,
 *   members: string[],
 *   isExpired: boolean,
 *   act: (action: import('../../contract.ts').SandboxAction) => Promise<import('../../contract.ts').SandboxActionResult | undefined>,
 * }} CardEnv `act` says by itself what the click brought; undefined when the sandbox could not be asked.
 */
const CardContext = createContext(/** @type {CardEnv} */ (outside()));

export const CardProvider = CardContext.Provider;

/** @returns {CardEnv} */
export function useCard() {
  return useContext(CardContext);
}

/** Markdown is drawn in rich texts too: there it belongs to no card. @returns {CardEnv} */
function outside() {
  const act = async () => undefined;
  return {
    components: {},
    look: lookOf(),
    memory: new Map(),
    version: 0,
    me: '',
    members: [],
    isExpired: false,
    act,
  };
}
