/** Whether a statement speaks of the other side of something the question names (`城区` for `农村`). */
export function isOtherSide(
  question: string,
  statement: string,
  rows: readonly (readonly string[])[],
): boolean {
  return rows.some((row) => {
    const asked = row.filter((word) => question.includes(word));
    if (asked.length === 0 || asked.some((word) => statement.includes(word))) return false;
    return row.some((word) => statement.includes(word));
  });
}
