import { z } from 'zod';

/** What an amendment changes, as the office types it, in the order of the lists. */
export const FIELD_NAMES = {
  leadUnits: '牵头单位',
  supportingUnits: '配合单位',
  responsibleUnits: '责任单位',
  leader: '分包领导',
} as const;

const Ids = z.array(z.string().min(1)).min(1);
const No = z.number().int().positive();
const when = {
  /** The first day in force, in Asia/Shanghai. */
  from: z.iso.date(),
  /** 文号 or words. */
  basis: z.string().min(1),
};

/** One change of the notice; `value` is ids of units (of `leader`: the person's), null: the original text again. */
export const AmendmentContent = z.union([
  z.object({
    kind: z.literal('group'),
    no: No,
    field: z.enum(['leadUnits', 'responsibleUnits']),
    value: Ids.nullable(),
    ...when,
  }),
  z.object({
    kind: z.literal('group'),
    no: No,
    field: z.literal('leader'),
    value: Ids.max(1).nullable(),
    ...when,
  }),
  z.object({
    kind: z.literal('measure'),
    no: No,
    field: z.enum(['leadUnits', 'supportingUnits', 'responsibleUnits']),
    value: Ids.nullable(),
    ...when,
  }),
]);

export type AmendmentContent = z.infer<typeof AmendmentContent>;

/** The group or measure and the field of it: of these the latest amendment counts. */
export type Subject = SubjectOf<AmendmentContent>;

/** Of each member by itself, so that `kind` still tells which fields there are. */
type SubjectOf<T extends AmendmentContent> = T extends unknown ? Pick<T, 'kind' | 'no' | 'field'> : never;
