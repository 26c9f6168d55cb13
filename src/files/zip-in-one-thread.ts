/**
 * What stands for `fflate` in the bundle for Workers (`[alias]` in wrangler.toml): there is no thread to start there,
 * and its `zip`, which the spreadsheet writer calls, starts one for each part of more than 160 kB.
 *
 * @module
 */
import { type AsyncZippable, zipSync } from '../../node_modules/fflate/esm/browser.js';

export * from '../../node_modules/fflate/esm/browser.js';

/** Zips at once and hands over the archive, as `fflate`'s own would later. */
export function zip(files: AsyncZippable, done: (error: unknown, archive?: Uint8Array) => void): void {
  try {
    done(null, zipSync(files));
  } catch (error) {
    done(error);
  }
}
