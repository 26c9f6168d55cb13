import { INTERACTIVE } from './interactive.ts';
import { CardProblem, malformed, ruleBroken } from './problem.ts';
import type { Node } from './tree.ts';

/**
 * What forms demand: a name for each component that is used in one, unique over the whole card, and a submit button;
 * outside of one nothing can be required or submit.
 *
 * @throws CardProblem
 */
export function checkForms(nodes: readonly Node[]): void {
  const names = new Set<string>();
  for (const node of nodes) {
    const form = node.parents.find((above) => above.tag === 'form');
    const isUsable = Object.hasOwn(INTERACTIVE, node.tag);
    if (isUsable) checkField(node, form !== undefined);
    const name = node.element.name;
    if (typeof name !== 'string' || (!isUsable && node.tag !== 'form')) continue;
    if (names.has(name)) throw ruleBroken('component name is repeated in the card', name, node.path);
    names.add(name);
  }
  for (const form of nodes.filter((node) => node.tag === 'form')) checkSubmit(form, nodes);
}

function checkField(node: Node, inForm: boolean): void {
  const { element, path, tag } = node;
  const submits = element.form_action_type !== undefined || String(element.action_type).startsWith('form_');
  if (!inForm) {
    if (submits) throw malformed(`formActionType only in form, path: ${path}`);
    if (element.required === true) throw malformed(`required only in form, path: ${path}`);
    return;
  }
  if (element.name === undefined)
    throw new CardProblem({ subCode: 200530, says: 'name of component in form is empty', path, value: tag });
  if (tag === 'button' && !submits) throw malformed(`formActionType is required in form, path: ${path}`);
}

function checkSubmit(form: Node, nodes: readonly Node[]): void {
  const submits = nodes.some(
    (node) =>
      node.parents.includes(form) &&
      (node.element.form_action_type === 'submit' || node.element.action_type === 'form_submit'),
  );
  if (!submits)
    throw ruleBroken('there is no submit button in the form container, at least one', '', form.path);
}
