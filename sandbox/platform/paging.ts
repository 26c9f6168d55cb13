import { z } from 'zod';
import { invalidFields } from './errors.ts';

/** `page_size` and `page_token` as every list takes them; a token is the place where the next page starts. */
export const PageQuery = z.object({
  page_size: z.coerce.number().int().min(1).max(100).default(20),
  page_token: z.string().optional(),
});

/** One page of a list, in the platform's form. */
export function page<T>(
  all: readonly T[],
  query: z.infer<typeof PageQuery>,
): { items: T[]; has_more: boolean; page_token: string } {
  const start = query.page_token ? Number(Buffer.from(query.page_token, 'base64url').toString()) : 0;
  if (!Number.isInteger(start) || start < 0)
    throw invalidFields([
      { field: 'page_token', value: query.page_token ?? '', description: 'page_token is invalid' },
    ]);
  const end = start + query.page_size;
  const more = end < all.length;
  return {
    items: all.slice(start, end),
    has_more: more,
    page_token: more ? Buffer.from(String(end)).toString('base64url') : '',
  };
}
