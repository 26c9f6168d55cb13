import { z } from 'zod';
import { PlatformError } from '../platform/errors.ts';
import { isColour } from './parts.ts';

const plain = z.strictObject({ tag: z.literal('plain_text'), content: z.string() });
const anyText = z.union([plain, z.strictObject({ tag: z.literal('lark_md'), content: z.string() })]);

/** Of 1.0, what shows something: its buttons and fields are not emulated, so a card with them is refused here. */
const element = z.discriminatedUnion('tag', [
  z.strictObject({
    tag: z.literal('div'),
    text: anyText.optional(),
    fields: z.array(z.strictObject({ is_short: z.boolean(), text: anyText })).optional(),
  }),
  z.strictObject({ tag: z.literal('markdown'), content: z.string() }),
  z.strictObject({ tag: z.literal('hr') }),
  z.strictObject({ tag: z.literal('note'), elements: z.array(anyText).min(1) }),
]);

const OldCard = z.strictObject({
  config: z
    .strictObject({
      wide_screen_mode: z.boolean().optional(),
      enable_forward: z.boolean().optional(),
      update_multi: z.boolean().optional(),
    })
    .optional(),
  header: z.strictObject({ title: plain, template: z.string().refine(isColour).optional() }).optional(),
  elements: z.array(element).min(1),
});

/**
 * Checks a card of JSON 1.0.
 *
 * @throws PlatformError 230099 for one of 2.0, and for whatever is not a property of 1.0.
 */
export function checkOldCard(card: Record<string, unknown>): void {
  const issue = OldCard.safeParse(card).error?.issues[0];
  if (issue === undefined) return;
  throw new PlatformError({
    code: 230099,
    says: `Failed to create card content, ext=ErrCode: 200621; ErrMsg: parse card json err, ${issue.path.join('.')} ${issue.message}; `,
  });
}
