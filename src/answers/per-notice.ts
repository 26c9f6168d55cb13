import type { Facts } from './facts.ts';

/**
 * Something made from a notice at its first use and kept as long as the notice's look-ups are: a question does not
 * pay for the size of the notice.
 */
export function perNotice<T>(make: (facts: Facts) => T): (facts: Facts) => T {
  const made = new WeakMap<Facts, { value: T }>();
  return (facts) => {
    const known = made.get(facts);
    if (known) return known.value;
    const value = make(facts);
    made.set(facts, { value });
    return value;
  };
}
