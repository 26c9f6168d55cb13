import { z } from 'zod';
import {
  behaviors,
  common,
  confirm,
  icon,
  multiUrl,
  padding,
  plainText,
  plainTextOf100,
  widthOf,
} from './parts.ts';

const disabling = {
  disabled: z.boolean().optional(),
  disabled_tips: plainText.optional(),
  hover_tips: plainText.optional(),
};
/** What every component has that somebody can use. */
const usable = {
  ...common,
  ...disabling,
  name: z.string().min(1).optional(),
  behaviors: behaviors.optional(),
  confirm: confirm.optional(),
};
const field = { ...usable, required: z.boolean().optional(), width: widthOf(100).optional() };
const placeholder = plainTextOf100;
const initial = z.string().min(1).optional();

const button = z.strictObject({
  tag: z.literal('button'),
  ...usable,
  text: plainTextOf100.optional(),
  type: z
    .enum([
      'default',
      'primary',
      'danger',
      'text',
      'primary_text',
      'danger_text',
      'primary_filled',
      'danger_filled',
      'laser',
    ])
    .optional(),
  size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
  width: widthOf(100).optional(),
  icon: icon.optional(),
  form_action_type: z.enum(['submit', 'reset']).optional(),
  // NOTE: spelled so in 1.0, still listed; the official plugin sets `value` beside `behaviors`.
  action_type: z.enum(['form_submit', 'form_reset', 'link', 'request', 'multi']).optional(),
  value: z.record(z.string(), z.unknown()).optional(),
});

const input = z.strictObject({
  tag: z.literal('input'),
  ...field,
  placeholder: placeholder.optional(),
  default_value: z.string().optional(),
  max_length: z.int().min(1).max(1000).optional(),
  input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
  show_icon: z.boolean().optional(),
  rows: z.int().min(1).optional(),
  auto_resize: z.boolean().optional(),
  max_rows: z.int().min(1).optional(),
  label: plainText.optional(),
  label_position: z.enum(['top', 'left']).optional(),
  value: z.record(z.string(), z.unknown()).optional(),
});

const option = z.strictObject({ text: plainText, icon: icon.optional(), value: z.string().min(1) });
const person = z.strictObject({ value: z.string().min(1) });
const select = {
  ...field,
  type: z.enum(['default', 'text']).optional(),
  placeholder: placeholder.optional(),
};
const options = z.array(option).min(1);

const selectStatic = z.strictObject({
  tag: z.literal('select_static'),
  ...select,
  initial_option: initial,
  initial_index: z.int().min(1).optional(),
  options,
});
const multiSelectStatic = z.strictObject({
  tag: z.literal('multi_select_static'),
  ...select,
  selected_values: z.array(z.string()).optional(),
  options,
});
const selectPerson = z.strictObject({
  tag: z.literal('select_person'),
  ...select,
  initial_option: initial,
  options: z.array(person).optional(),
});
const multiSelectPerson = z.strictObject({
  tag: z.literal('multi_select_person'),
  ...select,
  selected_values: z.array(z.string()).optional(),
  options: z.array(person).optional(),
});

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const TIME = String.raw`\d{2}:\d{2}`;
const picker = <Tag extends string, Initial extends string>(
  tag: Tag,
  initialName: Initial,
  pattern: string,
) =>
  z
    .strictObject({
      tag: z.literal(tag),
      ...field,
      placeholder: placeholder.optional(),
      value: z.record(z.string(), z.unknown()).optional(),
      ...({
        [initialName]: z
          .string()
          .regex(new RegExp(`^${pattern}$`))
          .optional(),
      } as Record<Initial, z.ZodOptional<z.ZodString>>),
    })
    .refine(
      (value: Record<string, unknown>) => value.placeholder !== undefined || value[initialName] !== undefined,
      `placeholder is required without ${initialName}`,
    );

const checkerButton = button.omit({ form_action_type: true, name: true });
const checker = z.strictObject({
  tag: z.literal('checker'),
  ...usable,
  checked: z.boolean().optional(),
  text: plainText.extend({ tag: z.enum(['plain_text', 'lark_md']) }).optional(),
  overall_checkable: z.boolean().optional(),
  button_area: z
    .strictObject({
      pc_display_rule: z.enum(['always', 'on_hover']).optional(),
      buttons: z.array(checkerButton).max(3).optional(),
    })
    .optional(),
  checked_style: z
    .strictObject({
      show_strikethrough: z.boolean().optional(),
      opacity: z.number().min(0).max(1).optional(),
    })
    .optional(),
  padding: padding.optional(),
  value: z.record(z.string(), z.unknown()).optional(),
});

const overflow = z.strictObject({
  tag: z.literal('overflow'),
  ...usable,
  width: widthOf(100).optional(),
  options: z
    .array(
      z.strictObject({
        text: plainTextOf100.optional(),
        multi_url: multiUrl.optional(),
        value: z.string().optional(),
      }),
    )
    .min(1),
  value: z.record(z.string(), z.unknown()).optional(),
});

/** Components that somebody can use, by tag. */
export const INTERACTIVE = {
  button,
  input,
  select_static: selectStatic,
  multi_select_static: multiSelectStatic,
  select_person: selectPerson,
  multi_select_person: multiSelectPerson,
  date_picker: picker('date_picker', 'initial_date', DAY),
  picker_time: picker('picker_time', 'initial_time', TIME),
  picker_datetime: picker('picker_datetime', 'initial_datetime', `${DAY} ${TIME}`),
  checker,
  overflow,
};
