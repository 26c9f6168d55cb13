import htm from 'htm';
import { h } from 'preact';

/** Templates to preact nodes; text in them is text, never markup. */
export const html = htm.bind(h);
