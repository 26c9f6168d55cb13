import { z } from 'zod';
import {
  align,
  anyColour,
  behaviors,
  common,
  confirm,
  headerText,
  icon,
  multiUrl,
  padding,
  pixels,
  plainText,
  spacing,
  verticalAlign,
} from './parts.ts';

/** Elements are checked one by one as the tree is walked. */
export const elements = z.array(z.record(z.string(), z.unknown()));

/** How a container lays out what it holds. */
export const layout = {
  direction: z.enum(['vertical', 'horizontal']).optional(),
  padding: padding.optional(),
  horizontal_spacing: spacing.optional(),
  vertical_spacing: spacing.optional(),
  horizontal_align: align.optional(),
  vertical_align: verticalAlign.optional(),
};
const action = z.strictObject({ multi_url: multiUrl }).optional();
const background = z.union([z.enum(['default', 'laser']), anyColour]).optional();

const columnSet = z.strictObject({
  tag: z.literal('column_set'),
  ...common,
  horizontal_spacing: spacing.optional(),
  horizontal_align: align.optional(),
  flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
  background_style: background,
  action,
  columns: elements,
});

const column = z.strictObject({
  tag: z.literal('column'),
  ...common,
  ...layout,
  width: z.union([z.enum(['auto', 'weighted']), pixels(16, 600)]).optional(),
  weight: z.int().min(1).max(5).optional(),
  background_style: background,
  action,
  elements: elements.optional(),
});

const collapsiblePanel = z.strictObject({
  tag: z.literal('collapsible_panel'),
  ...common,
  ...layout,
  expanded: z.boolean().optional(),
  background_color: anyColour.optional(),
  header: z.strictObject({
    title: headerText,
    background_color: anyColour.optional(),
    width: z.union([z.enum(['fill', 'auto', 'auto_when_fold']), pixels(1, 999)]).optional(),
    icon: icon.optional(),
    icon_position: z.enum(['left', 'right', 'follow_text']).optional(),
    icon_expanded_angle: z.union([z.literal(-180), z.literal(-90), z.literal(90), z.literal(180)]).optional(),
    padding: padding.optional(),
    vertical_align: verticalAlign.optional(),
    position: z.enum(['top', 'bottom']).optional(),
  }),
  border: z
    .strictObject({ color: anyColour.optional(), corner_radius: pixels(0, 999).optional() })
    .optional(),
  elements,
});

const interactiveContainer = z.strictObject({
  tag: z.literal('interactive_container'),
  ...common,
  ...layout,
  width: z.union([z.enum(['fill', 'auto']), pixels(16, 999)]).optional(),
  height: z.union([z.literal('auto'), pixels(10, 999)]).optional(),
  background_style: background,
  has_border: z.boolean().optional(),
  border_color: anyColour.optional(),
  corner_radius: z
    .string()
    .regex(/^\d+(px|%)$/)
    .optional(),
  behaviors,
  hover_tips: plainText.optional(),
  disabled: z.boolean().optional(),
  disabled_tips: plainText.optional(),
  confirm: confirm.optional(),
  elements,
});

const form = z.strictObject({
  tag: z.literal('form'),
  ...common,
  ...layout,
  name: z.string().min(1),
  elements,
});

/** Components that hold others, by tag. */
export const CONTAINERS = {
  column_set: columnSet,
  column,
  collapsible_panel: collapsiblePanel,
  interactive_container: interactiveContainer,
  form,
};
