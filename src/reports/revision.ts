import { z } from 'zod';
import type { ItemSheet } from '../../db/queries/reports.ts';
import { type Content, contentOf } from './content.ts';

const StoredContent = z.object({
  progress: z.string(),
  problems: z.string(),
  next_steps: z.string(),
  coordinate: z.boolean(),
  values: z.record(z.string(), z.string()),
});

/** A submission as it is frozen: readable without any other row. */
const Revision = z.object({
  items: z.array(
    z.object({
      item: z.string(),
      title: z.string(),
      location: z.string(),
      content: StoredContent,
      indicators: z.array(
        z.object({
          indicator: z.string(),
          what: z.string(),
          measured_in: z.string(),
          raw: z.string(),
          value: z.number().nullable(),
          no_data: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type Revision = z.infer<typeof Revision>;

/** A report's items as they are now, to be frozen. */
export function revisionOf(items: readonly ItemSheet[]): Revision {
  return {
    items: items.map((item) => ({
      item: item.item,
      title: item.title,
      location: item.location,
      content: contentOf(item),
      indicators: item.values.map(({ indicator, what, measured_in, raw, value, no_data }) => ({
        indicator,
        what,
        measured_in,
        raw,
        value,
        no_data,
      })),
    })),
  };
}

/** Reads a frozen submission. */
export function readRevision(json: string): Revision {
  return Revision.parse(JSON.parse(json));
}

/** Reads the fields that a draft's history or a kept clash holds. */
export function readContent(json: string): Content {
  return StoredContent.parse(JSON.parse(json));
}
