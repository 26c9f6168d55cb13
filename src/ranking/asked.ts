import type { BoardKind } from '../scoring/boards.ts';

/** What is asked for after `/排名`; `name` is the span as it was written. */
export type RankingAsked =
  | { as: 'show' | 'objections'; name: string }
  | { as: 'publish' | 'correct'; name: string; reason: string }
  | { as: 'revision'; name: string; revision: number }
  | { as: 'board'; name: string; board: BoardKind };

const BOARDS: Readonly<Record<string, BoardKind>> = {
  单位: 'units',
  牵头: 'leads',
  牵头单位: 'leads',
  小组: 'groups',
  专项小组: 'groups',
};

/** The first of these words is the verb: a reason may hold the others. */
const VERB =
  /^(.*?)\s*(更正|发布|公布|预览|异议|牵头单位|牵头|专项小组|小组|单位|第\s*(?:[一二三四五六七八九]|[\d０-９]{1,3})\s*版)(.*)$/s;

/** Reads `2026Q4 [预览|发布 [理由]|更正 理由|第N版|异议|牵头单位|小组]`. Pure. */
export function readAsked(args: string): RankingAsked {
  const said = args.trim();
  const [, name = said, verb = '', rest = ''] = VERB.exec(said) ?? [];
  const reason = rest.replace(/^[\s：:，,]+/, '');
  if (verb === '更正') return { as: 'correct', name, reason };
  if (verb === '发布' || verb === '公布') return { as: 'publish', name, reason };
  // Of the others nothing is to follow: what cannot be read is told as a whole.
  if (verb === '' || reason !== '') return { as: 'show', name: said };
  if (verb === '预览') return { as: 'show', name };
  if (verb === '异议') return { as: 'objections', name };
  const board = BOARDS[verb];
  if (board !== undefined) return { as: 'board', name, board };
  const no = verb.normalize('NFKC').replace(/[第版\s]/g, '');
  return { as: 'revision', name, revision: '一二三四五六七八九'.indexOf(no) + 1 || Number(no) };
}
