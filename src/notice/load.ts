import type { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { findFaults } from './faults.ts';
import { NoticeModel } from './types.ts';

/** Faults named in one message; the rest are counted. */
const MOST_NAMED = 20;

/**
 * A stored notice from JSON. Throws ConfigError, with a sentence for every fault, when the shape is wrong, when
 * something points to nothing, or when a quote does not stand in its clause.
 */
export function loadNotice(json: unknown): NoticeModel {
  const parsed = NoticeModel.safeParse(json);
  if (!parsed.success) throw refusal(parsed.error.issues.map(sentenceOf));
  const faults = findFaults(parsed.data);
  if (faults.length > 0) throw refusal(faults);
  return parsed.data;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return `${path.replace(/^\./, '') || '文件'}：${issue.message}`;
}

function refusal(faults: readonly string[]): ConfigError {
  const named = faults.slice(0, MOST_NAMED).map((fault) => `- ${fault}`);
  const rest = faults.length > MOST_NAMED ? [`- 另有 ${faults.length - MOST_NAMED} 处`] : [];
  return new ConfigError(['通知的结构化数据有误，不能使用：', ...named, ...rest].join('\n'));
}
