import { h } from 'preact';
import htm from '/lib/htm.js';

/** Templates to preact nodes; text in them is text, never markup. */
export const html = htm.bind(h);
