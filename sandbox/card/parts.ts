import { z } from 'zod';

/** Pieces that the components of card JSON 2.0 share (feishu-platform §3). An unknown property is an error. */

const COLOURS =
  'neutral|blue|wathet|turquoise|green|yellow|lime|sunflower|orange|red|carmine|violet|purple|indigo|grey';
const NAMED_COLOUR = new RegExp(`^(default|white|bg-white|black|cus-\\d+|(${COLOURS})(-\\d{2,3})?)$`);

/** Whether the platform knows the colour. Hex values are refused with `invalid color`. */
export function isColour(text: string): boolean {
  return NAMED_COLOUR.test(text);
}

export const colour = z.string().refine(isColour, { error: (issue) => `invalid color: ${issue.input}` });
const rgba = z.string().regex(/^rgba?\(.+\)$/);
export const anyColour = z.union([colour, rgba]);

/** A size in px within bounds, such as `[0,99]px`. */
export function pixels(least: number, most: number) {
  return z.string().refine(
    (text) => {
      const found = /^(-?\d+)px$/.exec(text);
      return found !== null && Number(found[1]) >= least && Number(found[1]) <= most;
    },
    { error: (issue) => `${issue.input} is not within [${least},${most}]px` },
  );
}

const edges = (least: number, most: number) =>
  z.string().refine(
    (text) => {
      const sides = text.trim().split(/\s+/);
      return (
        sides.length <= 4 &&
        sides.every((side) => side === '0' || pixels(least, most).safeParse(side).success)
      );
    },
    { error: (issue) => `invalid edges: ${issue.input}` },
  );
export const padding = edges(0, 99);
const margin = edges(-99, 99);
export const spacing = z.union([z.enum(['small', 'medium', 'large', 'extra_large']), pixels(0, 99)]);

/** A letter, then letters, digits and `_`, 20 at most. */
const elementId = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/);

/** What every component may have. */
export const common = { element_id: elementId.optional(), margin: margin.optional() };

const i18n = z.record(z.string(), z.string()).optional();
const textOf = (tags: z.ZodType<unknown>, most: number) =>
  z.strictObject({
    tag: tags,
    content: z.string().max(most),
    i18n_content: i18n,
    text_size: z.string().optional(),
    text_color: colour.optional(),
    text_align: z.enum(['left', 'center', 'right']).optional(),
    lines: z.int().min(1).optional(),
  });
const LONGEST = 100_000;
export const plainText = textOf(z.literal('plain_text'), LONGEST);
export const plainTextOf100 = textOf(z.literal('plain_text'), 100);
export const anyText = textOf(z.enum(['plain_text', 'lark_md']), LONGEST);
export const headerText = textOf(z.enum(['plain_text', 'markdown', 'lark_md']), LONGEST);

export const icon = z.discriminatedUnion('tag', [
  z.strictObject({
    tag: z.literal('standard_icon'),
    token: z.string().min(1),
    color: colour.optional(),
    size: z.string().optional(),
  }),
  z.strictObject({ tag: z.literal('custom_icon'), img_key: z.string().min(1), size: z.string().optional() }),
]);

const address = {
  url: z.string().optional(),
  default_url: z.string().optional(),
  android_url: z.string().optional(),
  ios_url: z.string().optional(),
  pc_url: z.string().optional(),
};
export const multiUrl = z.strictObject(address);

export const behaviors = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('callback'), value: z.record(z.string(), z.unknown()) }),
    z.strictObject({ type: z.literal('open_url'), ...address }),
  ]),
);
export const confirm = z.strictObject({ title: plainText, text: plainText });
export const widthOf = (least: number) =>
  z.union([z.enum(['default', 'fill', 'auto']), pixels(least, 100_000)]);
export const align = z.enum(['left', 'center', 'right']);
export const verticalAlign = z.enum(['top', 'center', 'bottom']);
export const templateColour = z.enum([
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
]);
