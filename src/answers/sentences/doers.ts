import type { Facts } from '../facts.ts';

const ASKS_DOER = /谁|由哪|哪(?:个|家|几家)?(?:单位|部门|机关|机构)|哪家/;
/** Whom something is done to. */
const DONE_TO = /(?:对|向|给|与|和|同|将|把|组织|协调|督促)[^,，]{0,16}?(?:单位|部门|办公室|领导小组|机构)/g;
const DOER = /管委会|工委|党委|领导小组|办公室|部门|单位|政府|机构/;
/** A longer sentence is not shown for its subject. */
const LONGEST = 160;

/** The piece of a sentence that answers who does it, with the beginning of the sentence where that names the doer. */
export function withDoer(piece: string, location: string, asked: string, facts: Facts): string {
  const bare = piece.trim().replace(/[。；，]$/, '');
  if (!ASKS_DOER.test(asked) || namesDoer(bare, facts)) return piece;
  const text = facts.clause(location)?.text ?? '';
  const start = text.indexOf(bare);
  const head = text.slice(0, Math.max(0, start)).replace(/^[\s\S]*[。；\n]/, '');
  const [first = ''] = head.split('，');
  if (start < 0 || head.length + bare.length > LONGEST || !namesDoer(first, facts)) return piece;
  return `${head}${piece}`;
}

function namesDoer(text: string, facts: Facts): boolean {
  const own = text.replace(DONE_TO, '');
  return (
    DOER.test(own) || facts.model.units.some(({ spellings }) => spellings.some((s) => own.includes(s.text)))
  );
}
