/**
 * The same function of a text, remembering what it made of the last ones: a question is looked at by many, in its pieces
 * and as a whole. `most`: so many are kept.
 */
export function lately<T>(make: (text: string) => T, most: number): (text: string) => T {
  const made = new Map<string, { value: T }>();
  return (text) => {
    const known = made.get(text);
    if (known) return known.value;
    const value = make(text);
    if (made.size >= most) made.clear();
    made.set(text, { value });
    return value;
  };
}
