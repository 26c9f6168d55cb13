import { fold } from '../characters/fold.ts';
import type { Facts } from '../facts.ts';
import { perNotice } from '../per-notice.ts';
import { DRILLS } from '../question/expect.ts';
import type { Question } from '../question/parse.ts';
import { contentOf } from '../question/wording.ts';
import { listsAlike, listsAsMany, listsWhatItCounts } from './counted-lists.ts';
import type { Statement } from './statements.ts';

const WHICH = /([\u4e00-\u9fff]{2,4}?)(?:都|具体|分别)?(?:是|有|叫)(?:哪[几些]|谁|什么名)/;

/** `新培育的示范点是哪几个` where the notice only says how many. */
export function countsOnly(asked: string, { text }: Statement): boolean {
  const noun = asked.match(WHICH)?.[1] ?? '';
  return [noun, noun.slice(-3), noun.slice(-2)].some(
    (word) => word.length > 1 && new RegExp(`\\d个${word}`).test(text.replace(/ /g, '')),
  );
}

/** Who they are is asked, and of all of them (`先进集体有哪些单位`, `表彰了谁`). */
const WHO_THEY_ARE =
  /(?:都有|有|都是|是)(?:谁|哪[些几](?:个|家)?(?:单位|部门|企业|公司|人|案例)?)(?:呢|啊|[?？])*$|(?:表彰|点名|查处|问责|通报|约谈|巡察)(?:了|过)(?:谁|哪[些几](?:个|家)?(?:先进)?(?:单位|部门|人|集体|个人)?(?:和个人)?)(?:呢|[?？])*$/;
/** Nouns that stand for some of many. */
const OF_SUCH =
  /(?:集体|个人|[检督][查察]组|联席会议|成员单位|案例|企业|公司)(?:都|一共|具体)?(?:有|是)|(?:表彰|点名|查处|问责|通报|约谈|巡察)(?:了|过)/;
const LISTED = /、[^、，。]{2,14}、|[^、，。]{2,14}、[^、，。]{2,14}/;

const allNames = perNotice(({ model }) => [
  ...model.units.flatMap(({ name, spellings }) => [name, ...spellings.map(({ text }) => text)]),
  ...model.people.map(({ name }) => name),
]);

/** The sentence speaks of some without naming any: neither a unit or a person, nor a list of things. */
export function namesNobody(asked: string, { text }: Statement, facts: Facts): boolean {
  if (!WHO_THEY_ARE.test(asked) || !OF_SUCH.test(asked)) return false;
  return !LISTED.test(text) && !allNames(facts).some((name) => text.includes(name));
}

/** `把九要背一遍`: a word that the notice sets in quotes, to be said out in full. */
export function recites({ folded }: Question, { text }: Statement): boolean {
  const quoted = [...text.matchAll(/“([^“”]{2,8})”/g)].map((match) => fold(match[1] ?? ''));
  const named = quoted.filter((word) => folded.includes(word));
  if (/(?:背|念|默写|列|报)(?:一遍|全|出来|给我)/.test(folded)) return named.length > 0;
  if (/(?:前|后|头|第|最后)[一二三四五六七八九十\d]+(?:个|条|项)[^,，]{0,6}(?:什么|啥|哪)/.test(folded))
    return named.some((word) => /^[二三四五六七八九十]/.test(word));
  if (IN_PARTS.test(folded) && named.some((word) => COUNTS.test(word))) return true;
  return /哪[几些]?[条项个样份]/.test(folded) && named.some((word) => /^[二三四五六七八九十两]/.test(word));
}

/** Begins with the number of what it holds, or is nothing but numbers (`四位一体`, `百千万`, `25311`). */
const COUNTS = /^[一二三四五六七八九十两百\d]/;
/** What it is made of is asked: `哪四位`, `拆开讲讲`, `各指什么`, `百是啥千是啥`. */
const IN_PARTS =
  /(?:是|指|[,，])(?:的)?哪(?:[一二三四五六七八九十两俩仨\d]+|[几些])[\u4e00-\u9fff]{0,3}(?=[?？,，。]|$)|拆开|各(?:是|指|叫|代表)|分别(?:是|指|叫)|每(?:个|一?[条项样位])(?:都|是|指|叫)|(?:都|里)(?:有|是)(?:谁|哪)|[一二三四五六七八九十百千万x\d](?:是|指)(?:什么|啥)|[是指](?:什么|啥)|指谁/;

/** What a word stands for, not which of its kind it is. */
const SENSE = /意思|含义|代表|缩写|简称/;

/** Whether the lexicon says that this statement answers such a question (`四挂钩是哪四个`). */
export function unfolds(statement: Statement, asked: string): boolean {
  const { text } = statement;
  if (listsAsMany(text, asked) || listsWhatItCounts(text, asked) || listsAlike(text, asked)) return true;
  const ofSense = SENSE.test(asked);
  return statement.asks.split('|').some((ask) => {
    if (ofSense && !SENSE.test(ask)) return false;
    if (!DRILLS.test(ask) && !/是什么|是啥|指什么|是哪|哪[一二三四五六七八九十]/.test(ask)) return false;
    const content = contentOf(ask).join('');
    return content.length > 2 && [...content].every((char) => asked.includes(char));
  });
}
