import type { Reply } from '../reply.ts';

/** Whether an answer says all that another one says. */
export function holds(found: Reply, other: Reply): boolean {
  const said = bare(found);
  return (
    found.kind === 'answer' &&
    bare(other)
      .split(BETWEEN)
      .every((word) => said.includes(word))
  );
}

/** An answer without its places and numbers of groups. */
const bare = ({ lines }: Reply) => lines.join('\n').replace(/（[^（）]*）/g, '');

/** What stands between names, offices and figures in an answer. */
const BETWEEN =
  /[：:，,、；;。\n]|的责任单位|的责任分工|由|分包|分管|总?牵头|共|在|个|家|项|等?相关单位|是的|不是|都|第\d+[组条]/;
