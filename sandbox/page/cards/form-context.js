import { createContext } from 'preact';

/**
 * The form that a field or button stands in; null outside of one.
 *
 * @typedef {{
 *   valueOf: (element: any) => any,
 *   set: (element: any, value: any) => void,
 *   errors: Record<string, string>,
 *   check: () => boolean,
 *   reset: () => void,
 *   submit: (action: import('../../contract.ts').SandboxAction) => Promise<void>,
 * }} FormEnv
 */
export const FormContext = createContext(/** @type {FormEnv | null} */ (null));
