import { z } from 'zod';
import { align, anyText, colour, common, icon, pixels, plainText } from './parts.ts';

const markdown = z.strictObject({
  tag: z.literal('markdown'),
  ...common,
  content: z.string(),
  i18n_content: z.record(z.string(), z.string()).optional(),
  text_align: align.optional(),
  text_size: z.string().optional(),
  icon: icon.optional(),
});

const div = z.strictObject({
  tag: z.literal('div'),
  ...common,
  width: z.union([z.enum(['fill', 'auto']), pixels(16, 999)]).optional(),
  text: anyText
    .refine(
      (text) => text.tag === 'plain_text' || text.text_color === undefined,
      'text_color needs plain_text',
    )
    .optional(),
  icon: icon.optional(),
});

const hr = z.strictObject({ tag: z.literal('hr'), ...common });

const img = z.strictObject({
  tag: z.literal('img'),
  ...common,
  img_key: z.string().min(1),
  alt: plainText,
  title: plainText.optional(),
  corner_radius: z
    .string()
    .regex(/^\d+(px|%)$/)
    .optional(),
  scale_type: z.enum(['crop_center', 'crop_top', 'fit_horizontal']).optional(),
  size: z
    .union([
      z.enum(['stretch', 'large', 'medium', 'small', 'tiny']),
      z.string().regex(/^\d{1,4}px \d{1,4}px$/),
    ])
    .optional(),
  transparent: z.boolean().optional(),
  preview: z.boolean().optional(),
  mode: z.string().optional(),
  custom_width: z.int().min(278).max(580).optional(),
  compact_width: z.boolean().optional(),
});

const column = z.strictObject({
  name: z.string().min(1),
  display_name: z.string().optional(),
  width: z.union([z.literal('auto'), pixels(80, 600), z.string().regex(/^([1-9]\d?|100)%$/)]).optional(),
  data_type: z.enum(['text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown']).optional(),
  format: z
    .strictObject({
      symbol: z.string().max(1).optional(),
      precision: z.int().min(0).max(10).optional(),
      separator: z.boolean().optional(),
    })
    .optional(),
  date_format: z.string().optional(),
  horizontal_align: align.optional(),
  vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
});

const table = z.strictObject({
  tag: z.literal('table'),
  ...common,
  page_size: z.int().min(1).max(10).optional(),
  row_height: z.union([z.enum(['low', 'middle', 'high', 'auto']), pixels(32, 124)]).optional(),
  row_max_height: pixels(32, 999).optional(),
  freeze_first_column: z.boolean().optional(),
  header_style: z
    .strictObject({
      text_align: align.optional(),
      text_size: z.string().optional(),
      background_style: z.enum(['none', 'grey']).optional(),
      text_color: colour.optional(),
      bold: z.boolean().optional(),
      lines: z.int().min(1).optional(),
    })
    .optional(),
  columns: z.array(column).min(1).max(50),
  rows: z.array(z.record(z.string(), z.unknown())),
});

const chart = z.strictObject({
  tag: z.literal('chart'),
  ...common,
  chart_spec: z.record(z.string(), z.unknown()),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
  color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
  preview: z.boolean().optional(),
  height: z.union([z.literal('auto'), pixels(1, 999)]).optional(),
});

const size = z.enum(['extra_small', 'small', 'medium', 'large']).optional();
const person = z.strictObject({
  tag: z.literal('person'),
  ...common,
  user_id: z.string().min(1),
  size,
  show_avatar: z.boolean().optional(),
  show_name: z.boolean().optional(),
  style: z.enum(['normal', 'capsule']).optional(),
});
const personList = z.strictObject({
  tag: z.literal('person_list'),
  ...common,
  persons: z.array(z.strictObject({ id: z.string().min(1) })),
  drop_invalid_user_id: z.boolean().optional(),
  lines: z.int().min(1).optional(),
  show_name: z.boolean().optional(),
  show_avatar: z.boolean().optional(),
  size,
  icon: icon.optional(),
});

/** Components that only show something, by tag. */
export const DISPLAY = { markdown, div, hr, img, table, chart, person, person_list: personList };
