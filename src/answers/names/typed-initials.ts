import { isHan } from '../characters/fold.ts';
import { soundOf } from '../characters/pinyin.ts';
import type { Name } from './names.ts';

/** Letters that stand for the characters of a word, one each (`msj` for 某事局); a figure or unit is none. */
const RUN = /(?<![a-z\d.])[a-z]{2,9}(?![a-z\d.])/gi;
/** A run of whole syllables is read by its sound. */
const SYLLABLES = /^(?:[bcdfghj-np-tw-z]{1,2}[aeiouv]{1,3}(?:ng?|r)?)+$/;
/** Two letters stand for too much: somebody's whole name only where he is asked of as such. */
const OF_SOMEBODY = /^(?:同志)?(?:分?[包管]|名下|手[上里下]|负责|是(?:谁|啥|什么|干)|的?职务|呢|嘞|哩|咧|$)/;
/** What the letters mean is said behind them (`ms，也就是某事`, `msj（某事局）`). */
const GLOSS = /^[,，\s（(]+(?:也?就是?|即|指|说的是|我说的是)?([\u4e00-\u9fff]{2,9})/;
const GLOSS_CLOSES = /^[)）]/;

/** Words for the slots of a notice and of its paper. */
const SLOTS: Readonly<Record<string, string>> = {
  qt: '牵头',
  fb: '分包',
  ld: '领导',
  dw: '单位',
  bm: '部门',
  wh: '文号',
  rq: '日期',
  qtdw: '牵头单位',
  zrdw: '责任单位',
  phdw: '配合单位',
  cydw: '成员单位',
  fbld: '分包领导',
  fgld: '分管领导',
  ldxz: '领导小组',
  zrfg: '责任分工',
  fzz: '副组长',
  bgs: '办公室',
  lxfs: '联系方式',
};

const KINDS = ['unit', 'person', 'group', 'subLead', 'elsewhere'];
const LONGEST = 9;

/** What may be meant by some letters: under its own name, or as people call it. */
interface Meant {
  own: Map<string, string>;
  called: Map<string, string>;
}

const initialsOf = (text: string) => [...text].map((char) => soundOf(char).charAt(0)).join('');

function indexOf(names: readonly Name[]): Map<string, Meant> {
  const index = new Map<string, Meant>();
  for (const { surface, how, entities } of names) {
    const [entity, ...others] = entities;
    if (!entity || others.length > 0 || !KINDS.includes(entity.kind)) continue;
    if ((how !== 'name' && how !== 'spoken') || surface.length > LONGEST || ![...surface].every(isHan))
      continue;
    const isFullName = entity.kind === 'person' && how === 'name';
    if (surface.length < 3 && !isFullName) continue;
    const letters = initialsOf(surface);
    const meant = index.get(letters) ?? { own: new Map(), called: new Map() };
    index.set(letters, meant);
    const row = how === 'name' ? meant.own : meant.called;
    const key = JSON.stringify(entity);
    if (!row.has(key)) row.set(key, surface);
  }
  return index;
}

/** The one name that the letters stand for: one of the notice's own before what people call something. */
function meantBy({ own, called }: Meant): string | undefined {
  const [row] = [own, called].filter(({ size }) => size > 0);
  const [only, ...others] = row?.values() ?? [];
  return others.length === 0 ? only : undefined;
}

/**
 * Writes names and slots that were typed by the first letters of their syllables (`msj` for 某事局) in characters. What
 * may be several names stays as it is. The index is built when such letters first come up.
 */
export function buildTypedInitials(names: readonly Name[]): (text: string) => string {
  let index: Map<string, Meant> | undefined;
  const nameOf = (letters: string, behind: string) => {
    index ??= indexOf(names);
    const meant = index.get(letters);
    const name = meant && meantBy(meant);
    return name !== undefined && (letters.length > 2 || OF_SOMEBODY.test(behind)) ? name : undefined;
  };
  return (text) => {
    if (!/[a-z]{2}/i.test(text)) return text;
    let out = '';
    let from = 0;
    for (const { 0: run, index: start } of text.matchAll(RUN)) {
      const letters = run.toLowerCase();
      const end = start + run.length;
      if (start < from || SYLLABLES.test(letters)) continue;
      const behind = text.slice(end);
      const said = behind.match(GLOSS);
      const isGlossed = said?.[1] !== undefined && initialsOf(said[1]).startsWith(letters);
      const name = isGlossed ? said[1] : (nameOf(letters, behind) ?? SLOTS[letters]);
      if (name === undefined) continue;
      out += text.slice(from, start) + name;
      from = end;
      if (!isGlossed || said === null) continue;
      from += said[0].length;
      from += text.slice(from).match(GLOSS_CLOSES)?.[0].length ?? 0;
    }
    return out + text.slice(from);
  };
}
