import {
  button,
  buttonRow,
  type Card,
  card,
  type Element,
  lines,
  markdown,
  text,
} from '../cards/elements.ts';
import { form, select, submit } from '../cards/form.ts';
import type { NoticeModel } from '../notice/types.ts';
import type { Assignment } from './assign.ts';
import { ownedElements } from './elements.ts';
import type { Objective } from './pending.ts';
import { scopeName, type TargetScope, unitsFor } from './scope.ts';

/** An option of a list holds about as much on a phone. */
const LONGEST_OPTION = 40;

/** 落实到单位, below a card that only a member of the office reads; nothing where there is no objective. */
export function assignElements(
  model: NoticeModel,
  scope: TargetScope,
  objectives: readonly Objective[],
): Element[] {
  if (scope.group === undefined || objectives.length === 0) return [];
  const open = objectives.filter(({ owner }) => owner === undefined);
  const given = objectives.flatMap(({ owner, ...one }) => (owner === undefined ? [] : [{ ...one, owner }]));
  const value = { kind: scope.kind, no: scope.no };
  return [
    ...(given.length === 0
      ? []
      : [
          buttonRow(
            given.map(({ indicator, no, owner }) =>
              button({
                label: `取消落实（${no}）`,
                size: 'small',
                value: { action: 'target-unassign', ...value, target: indicator.id, at: owner.assignedAt },
                confirm: {
                  title: '取消落实？',
                  text: `${indicator.what}：下一期起不再由该单位报送；已经开启的报送期不变。`,
                },
              }),
            ),
          ),
        ]),
    ...(open.length === 0 ? [] : [assignForm(model, scope, open)]),
  ];
}

function assignForm(model: NoticeModel, scope: TargetScope, open: readonly Objective[]): Element {
  const [first] = open;
  const units = unitsFor(model, scope);
  return form('target_form', [
    text('办公室可以把目标落实到单位，从下一期起报送。', { size: 'notation', color: 'grey' }),
    select({
      name: 'target',
      placeholder: '哪一项目标',
      options: open.map(({ indicator, no }) => ({
        label: `（${no}）${indicator.what}`.slice(0, LONGEST_OPTION),
        value: indicator.id,
      })),
      initial: open.length === 1 ? first?.indicator.id : undefined,
    }),
    select({
      name: 'unit',
      placeholder: '落实到哪个单位',
      options: units.map(({ id, name }) => ({ label: name, value: id })),
    }),
    submit('落实', { action: 'target-assign', kind: scope.kind, no: scope.no }, { width: 'default' }),
    text(`也可以发：/${scopeName(scope)} 落实 ${first?.no} ${units[0]?.name}`, {
      size: 'notation',
      color: 'grey',
    }),
  ]);
}

/** What was done, with how the objectives stand now and what can be done further. @param model as amended */
export function assignedCard(
  model: NoticeModel,
  scope: TargetScope,
  { says, objectives, writes }: Assignment,
): Card {
  const nameOf = (unit: string) => model.units.find(({ id }) => id === unit)?.name ?? unit;
  return card({
    summary: says,
    header: {
      title: '目标落实到单位',
      subtitle: scopeName(scope),
      template: writes.length > 0 ? 'green' : 'grey',
    },
    elements: [
      markdown(lines([says])),
      ...ownedElements(objectives, nameOf),
      ...assignElements(model, scope, objectives),
    ],
  });
}
