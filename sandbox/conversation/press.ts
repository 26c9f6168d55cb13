import { isRecord, type Node, nodesOf } from '../card/tree.ts';
import type { SandboxAction } from '../contract.ts';

/** What a person filled into a form: values by field name. */
export type FormValues = Record<string, string | string[] | boolean>;

/**
 * What the client would send when somebody presses the component of a card that bears a label (a button's text) or a
 * name; a submit button sends its form, with the given values over the initial ones.
 *
 * @throws Error when there is no such component, it is disabled, or a required field is empty: the client sends nothing.
 */
export function actionOfPress(
  card: Record<string, unknown>,
  label: string,
  of: { form?: FormValues; nth?: number } = {},
): SandboxAction {
  const nodes = nodesOf(card);
  const found = nodes.filter(
    (node) => isPressable(node) && (textOf(node) === label || node.element['name'] === label),
  );
  const node = found[of.nth ?? 0];
  if (node === undefined)
    throw new Error(`nothing to press says ${label}; there are: ${labels(nodes).join(' ')}`);
  if (node.element['disabled'] === true) throw new Error(`${label} is disabled`);
  const form = node.parents.find((above) => above.tag === 'form');
  const name = node.element['name'];
  const value = callbackValue(node);
  return {
    tag: node.tag,
    ...(typeof name === 'string' ? { name } : {}),
    ...(value === undefined ? {} : { value }),
    ...(form && node.element['form_action_type'] === 'submit'
      ? {
          form_value: formValue(
            nodes.filter((inner) => inner.parents.includes(form)),
            of.form ?? {},
          ),
        }
      : {}),
  };
}

function isPressable(node: Node): boolean {
  return node.tag === 'button' || node.tag === 'interactive_container';
}

function labels(nodes: readonly Node[]): string[] {
  return nodes.filter(isPressable).map((node) => `「${textOf(node)}」`);
}

function textOf(node: Node): string {
  const text = node.element['text'];
  return isRecord(text) ? String(text['content'] ?? '') : '';
}

/** The value that the component's callback carries, in the new spelling or the old one. */
function callbackValue(node: Node): unknown {
  const behaviors = node.element['behaviors'];
  const callback = Array.isArray(behaviors)
    ? behaviors.find((behavior) => isRecord(behavior) && behavior['type'] === 'callback')
    : undefined;
  return isRecord(callback) ? callback['value'] : node.element['value'];
}

/** Where each field keeps what it holds before anybody touched it. */
const INITIAL: Record<string, string> = {
  input: 'default_value',
  select_static: 'initial_option',
  select_person: 'initial_option',
  multi_select_static: 'selected_values',
  multi_select_person: 'selected_values',
  date_picker: 'initial_date',
  picker_time: 'initial_time',
  picker_datetime: 'initial_datetime',
  checker: 'checked',
};
const WITH_ZONE: readonly string[] = ['date_picker', 'picker_time', 'picker_datetime'];

function formValue(fields: readonly Node[], given: FormValues): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const unknown = new Set(Object.keys(given));
  for (const { tag, element } of fields) {
    const name = element['name'];
    const initial = INITIAL[tag];
    if (typeof name !== 'string' || initial === undefined) continue;
    unknown.delete(name);
    const value = given[name] ?? element[initial];
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty && element['required'] === true) throw new Error(`the required field ${name} is empty`);
    if (!isEmpty) values[name] = WITH_ZONE.includes(tag) ? `${String(value)} +0800` : value;
  }
  if (unknown.size > 0) throw new Error(`the form has no field ${[...unknown].join(', ')}`);
  return values;
}
