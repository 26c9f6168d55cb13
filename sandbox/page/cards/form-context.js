import { createContext } from 'preact';

/** The form that a component stands in; null outside of one. */
export const FormContext = createContext(null);
