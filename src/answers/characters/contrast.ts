/** A side is one word, or several that mean the same (`提升|提高|增长`). */
function hasOne(text: string, side: string): boolean {
  if (!side.includes('|')) return text.includes(side);
  return side.split('|').some((word) => text.includes(word));
}

/**
 * Tells statements that speak of the other side of something the question names (`城区` for `农村`). What concerns the
 * question alone is worked out once.
 */
export function otherSideOf(
  question: string,
  rows: readonly (readonly string[])[],
): (statement: string) => boolean {
  const asked = rows
    .map((row) => ({ row, named: row.filter((side) => hasOne(question, side)) }))
    .filter(({ named }) => named.length > 0);
  if (asked.length === 0) return () => false;
  return (statement) =>
    asked.some(
      ({ row, named }) =>
        !named.some((side) => hasOne(statement, side)) && row.some((side) => hasOne(statement, side)),
    );
}

/** Words of one row that a question names together (`低压和高压`): it asks for both. */
export function sidesAsked(question: string, rows: readonly (readonly string[])[]): readonly string[] {
  for (const row of rows) {
    const asked = row.filter((side) => !side.includes('|') && question.includes(side));
    const apart = asked.filter((side) => !asked.some((other) => other !== side && other.includes(side)));
    if (apart.length > 1) return apart;
  }
  return [];
}
