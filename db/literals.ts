import {
  type BinaryOperationNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type QueryId,
  ReferenceNode,
  ValueListNode,
  ValueNode,
} from 'kysely';

/** Columns on which some index covers only a part of its table (`where status = 'stored'`). */
const PARTIAL = ['status', 'active'];
/** What such a column holds: nothing that needs quoting. */
const WORD = /^[a-z-]+$/;

/**
 * Writes the states that a query asks for into its text instead of binding them. SQLite looks for a partial index
 * before it knows what is bound: with a bound state it reads the whole table.
 */
export function literalStates(): KyselyPlugin {
  const transformer = new LiteralStates();
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}

class LiteralStates extends OperationNodeTransformer {
  protected override transformBinaryOperation(
    node: BinaryOperationNode,
    queryId?: QueryId,
  ): BinaryOperationNode {
    const transformed = super.transformBinaryOperation(node, queryId);
    if (!PARTIAL.includes(columnOf(transformed.leftOperand) ?? '')) return transformed;
    return { ...transformed, rightOperand: literal(transformed.rightOperand) };
  }
}

function columnOf(node: OperationNode): string | undefined {
  if (!ReferenceNode.is(node)) return undefined;
  return 'column' in node.column ? node.column.column.name : undefined;
}

function literal(node: OperationNode): OperationNode {
  if (ValueNode.is(node)) return isState(node.value) ? ValueNode.createImmediate(node.value) : node;
  if (node.kind !== 'PrimitiveValueListNode') return node;
  const { values } = node as PrimitiveValueListNode;
  if (!values.every(isState)) return node;
  return ValueListNode.create(values.map((value) => ValueNode.createImmediate(value)));
}

function isState(value: unknown): boolean {
  return typeof value === 'number' ? Number.isInteger(value) : typeof value === 'string' && WORD.test(value);
}
