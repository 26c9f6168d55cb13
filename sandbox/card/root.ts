import { z } from 'zod';
import { elements, layout } from './containers.ts';
import { anyColour, anyText, colour, icon, multiUrl, padding, plainText, templateColour } from './parts.ts';

const textTag = z.strictObject({
  tag: z.literal('text_tag'),
  element_id: z.string().optional(),
  text: plainText,
  color: colour.optional(),
});

const config = z.strictObject({
  streaming_mode: z.boolean().optional(),
  streaming_config: z.record(z.string(), z.unknown()).optional(),
  summary: z
    .strictObject({
      content: z.string().optional(),
      i18n_content: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  locales: z.array(z.string()).optional(),
  enable_forward: z.boolean().optional(),
  // Cards of schema 2.0 are always shared.
  update_multi: z.literal(true).optional(),
  width_mode: z.enum(['default', 'compact', 'fill']).optional(),
  use_custom_translation: z.boolean().optional(),
  enable_forward_interaction: z.boolean().optional(),
  style: z
    .strictObject({
      text_size: z.record(z.string(), z.record(z.string(), z.string())).optional(),
      color: z.record(z.string(), z.strictObject({ light_mode: anyColour, dark_mode: anyColour })).optional(),
    })
    .optional(),
});

const header = z.strictObject({
  title: anyText,
  subtitle: anyText.optional(),
  text_tag_list: z.array(textTag).max(3).optional(),
  i18n_text_tag_list: z.record(z.string(), z.array(textTag).max(3)).optional(),
  template: templateColour.optional(),
  icon: icon.optional(),
  padding: padding.optional(),
});

/** A whole card; what its body holds is checked one by one. */
export const Root = z.strictObject({
  schema: z.literal('2.0'),
  config: config.optional(),
  card_link: multiUrl.optional(),
  header: header.optional(),
  body: z.strictObject({ ...layout, elements: elements.optional() }).optional(),
});
