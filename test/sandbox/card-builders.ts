import { CardProblem } from '../../sandbox/card/problem.ts';
import { validateCard } from '../../sandbox/card/validate.ts';

const references = {
  hasImage: (key: string) => key === 'img_known',
  hasPerson: (openId: string) => openId === 'ou_known',
  mayMentionAll: false,
};
export const plain = (content: string) => ({ tag: 'plain_text', content });
export const md = (content: string, more: object = {}) => ({ tag: 'markdown', content, ...more });
export const submit = { tag: 'button', name: 'go', text: plain('提交'), form_action_type: 'submit' };
export const form = (elements: unknown[], more: object = {}) => ({
  tag: 'form',
  name: 'f',
  elements: [...elements, submit],
  ...more,
});
export const table = (more: object = {}) => ({
  tag: 'table',
  columns: [
    { name: 'unit', display_name: '单位' },
    { name: 'score', data_type: 'number' },
  ],
  rows: [{ unit: '财政局', score: 90 }],
  ...more,
});
export const set = (...elements: unknown[]) => ({
  tag: 'column_set',
  columns: [{ tag: 'column', elements }],
});
export const panel = (...elements: unknown[]) => ({
  tag: 'collapsible_panel',
  header: { title: plain('x') },
  elements,
});
export const card = (...elements: unknown[]) => ({ schema: '2.0', body: { elements } });
export const option = (value: string) => ({ text: plain(value), value });

/** What the platform would say against a card. */
export function problemOf(of: Record<string, unknown>): CardProblem | undefined {
  try {
    validateCard(of, references);
    return undefined;
  } catch (error) {
    if (error instanceof CardProblem) return error;
    throw error;
  }
}
