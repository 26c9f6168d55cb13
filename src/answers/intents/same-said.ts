import type { Reply } from '../replies/reply.ts';

/** Whether an answer says all that another one says. */
export function holds(found: Reply, other: Reply): boolean {
  if (found.kind !== 'answer') return false;
  const { said } = saidBy(found);
  return saidBy(other).words.every((word) => said.includes(word));
}

/** Each of some replies is held against all the others. */
const known = new WeakMap<Reply, { said: string; words: readonly string[] }>();

/** What a reply says without its places and numbers of groups, and the words of it. */
function saidBy(reply: Reply) {
  const before = known.get(reply);
  if (before) return before;
  const said = reply.lines.join('\n').replace(/（[^（）]*）/g, '');
  const found = { said, words: said.split(BETWEEN) };
  known.set(reply, found);
  return found;
}

/** What stands between names, offices and figures in an answer. */
const BETWEEN =
  /[：:，,、；;。\n]|的责任单位|的责任分工|由|分包|分管|总?牵头|共|在|个|家|项|等?相关单位|是的|不是|都|第\d+[组条]/;
