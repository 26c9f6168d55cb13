import { ruleBroken } from './problem.ts';
import type { Node } from './tree.ts';

const ONLY_AT_ROOT: readonly string[] = ['form', 'table'];
const ONLY_IN_FORM: readonly string[] = ['multi_select_static', 'multi_select_person'];
const LAYERS: readonly string[] = ['column_set', 'collapsible_panel', 'interactive_container', 'form'];
const DEEPEST = 5;

/**
 * Where a component may stand: forms and tables at the root, columns in a column set and nothing else in it, no chart
 * in a form, five containers inside each other at most.
 *
 * @throws CardProblem
 */
export function checkPlacement(node: Node): void {
  const parent = node.parents.at(-1);
  const inForm = node.parents.some((above) => above.tag === 'form');
  if (ONLY_AT_ROOT.includes(node.tag) && parent)
    throw misplaced(node, `${node.tag} can only be placed at the root of the card`);
  if ((node.tag === 'column') !== (parent?.tag === 'column_set'))
    throw misplaced(node, 'column_set holds columns, and only it does');
  if (ONLY_IN_FORM.includes(node.tag) && !inForm) throw misplaced(node, `${node.tag} only in form`);
  if (node.tag === 'chart' && inForm) throw misplaced(node, 'chart can not be placed in a form');
  const layers = [...node.parents, node].filter((above) => LAYERS.includes(above.tag)).length;
  if (layers > DEEPEST) throw misplaced(node, `containers are nested more than ${DEEPEST} levels`);
}

function misplaced(node: Node, says: string) {
  return ruleBroken(says, node.tag, node.path);
}
