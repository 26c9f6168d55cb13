import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { CLAIMED, OF_MEASURES } from './role-words.ts';

/** What stands there instead of names. */
const COLLECTIVE = /各(?:有|个|家)?(?:相|有)关(?:的)?(?:单位|部门)/;
/** `责任单位一栏一家都没点名`; `一个没点名`, `谁都没点`. */
const NOBODY =
  '(?:一(?:个|家)(?:单位|部门)?(?:的)?(?:名|名字|大名)?|谁(?:的名)?|任何一?(?:个|家)?(?:单位)?(?:的名)?|哪家|半个名字?|具体(?:单位)?(?:名字?)?)(?:也|都|压根|全)?(?:没有?|未|不)(?:点|写|列|提|具|报)|(?:没有?|未)(?:具体)?(?:点|写|列|提)(?:任何|到|出|明|过|具体)*(?:一(?:家|个)(?:单位|部门)?|谁|具体)?(?:的)?(?:单位)?(?:名|名字)|(?:没有?|未)(?:具体)?(?:点|写|列|提)(?:到|出|明|过)?(?:任何|具体)(?:一家)?(?:单位|部门)|空着|空白';
const OF_HELPERS = '(?:责任(?:单位|部门)?|配合(?:的|单位|部门)?)(?:那?一?栏|名单|里|处|那块|那儿|那里)?';
const NAMELESS = new RegExp(`${OF_HELPERS}[^。]{0,8}?(?:${NOBODY})|(?:${NOBODY})[^。]{0,6}${OF_HELPERS}`);
const GROUPS = /组/;
const ASKS =
  /哪|谁|几|多少|啥|什么|有没有|数|列|挑|找|报|统共|一共|共|分别|的(?:专项)?(?:工作)?小?组(?:有|是|名)?[?？]?$/;
/** Something else of such groups, or only some of them. */
const OTHER =
  /分包|分管|领导|(?:谁|哪[家个位]|什么单位|由谁)[^,，组]{0,4}牵头|牵头(?:的|单位)?(?:分别|各|都)?(?:是|有)|一样|相同|哪(?:几|些)?(?:家|个)?(?:单位|部门|局)|点了|除了?|最(?!含糊|笼统|省|偷懒|敷衍|简)|只点|前\d+|后\d+|第\d+|后[面头]|末尾|等/;

/** `责任单位只写“各相关单位”的是哪几组`: groups (section 三) that name no responsible unit. */
export const answerUnnamedHelpers: Handler = needing(
  () => ({ masked: [[COLLECTIVE, NAMELESS], GROUPS, ASKS] }),
  ({ masked, residue }, { facts }) => {
    const isCollective = COLLECTIVE.test(masked);
    if ((!isCollective && !NAMELESS.test(masked)) || !GROUPS.test(masked) || !ASKS.test(masked))
      return undefined;
    const rest = masked.replace(COLLECTIVE, '');
    if (/[UPGSMCBOE]/.test(masked) || OF_MEASURES.test(masked) || OTHER.test(rest)) return undefined;
    if (CLAIMED.test(masked) && !/哪|几|多少/.test(masked)) return undefined;
    const found = facts.model.groups.filter(
      (g) => g.responsibleUnits.length === 0 && (!isCollective || COLLECTIVE.test(g.responsibleText)),
    );
    if (found.length === 0) return undefined;
    return reply(
      `共${found.length}个：${groupList(found)}，责任单位没有点名，写的是“${found[0]?.responsibleText}”。${at('三')}`,
      found.map((g) => g.location),
      { focus: found.map(({ no }) => ({ kind: 'group', no })), spoken: residue, readsAll: true },
    );
  },
);
