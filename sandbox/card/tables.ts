import { CardProblem, ruleBroken } from './problem.ts';
import { isRecord, type Node } from './tree.ts';

const MOST_TABLES = 5;
const SEPARATOR_ROW = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/;

type Cell = (value: unknown) => boolean;
const isText: Cell = (value) => typeof value === 'string';
const isPersons: Cell = (value) => isText(value) || (Array.isArray(value) && value.every(isText));
const isOptions: Cell = (value) =>
  isText(value) || (Array.isArray(value) && value.every((option) => isRecord(option) && isText(option.text)));
const CELLS: Record<string, Cell> = {
  text: isText,
  lark_md: isText,
  markdown: isText,
  number: (value) => typeof value === 'number',
  date: (value) => typeof value === 'number',
  options: isOptions,
  persons: isPersons,
};

/**
 * The rows of tables fit their columns; five tables in a card at most, those written in markdown and folded away
 * ones included.
 *
 * @throws CardProblem
 */
export function checkTables(nodes: readonly Node[]): void {
  let tables = 0;
  for (const node of nodes) {
    if (node.tag === 'table') checkRows(node);
    tables += node.tag === 'table' ? 1 : markdownTables(node);
  }
  if (tables > MOST_TABLES) throw ruleBroken('card table number over limit', 'table');
}

function checkRows({ element, path }: Node): void {
  const columns = element.columns as { name: string; data_type?: string }[];
  const types = new Map(columns.map((column) => [column.name, column.data_type ?? 'text']));
  if (types.size < columns.length) throw ruleBroken('column name is repeated', '', path);
  for (const [index, row] of (element.rows as Record<string, unknown>[]).entries()) {
    for (const [name, value] of Object.entries(row)) {
      const type = types.get(name);
      if (type === undefined)
        throw new CardProblem({ subCode: 200915, says: 'table rows name is invalid', path, value: name });
      if (CELLS[type]?.(value) !== true)
        throw new CardProblem({
          subCode: 200914,
          says: 'table rows is invalid',
          path,
          value: `[${index}] ${name}`,
        });
    }
  }
}

function markdownTables({ tag, element }: Node): number {
  if (tag !== 'markdown') return 0;
  let fenced = false;
  let tables = 0;
  for (const line of String(element.content).split('\n')) {
    if (line.trimStart().startsWith('```')) fenced = !fenced;
    else if (!fenced && SEPARATOR_ROW.test(line)) tables += 1;
  }
  return tables;
}
