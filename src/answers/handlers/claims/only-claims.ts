import type { TaskGroup } from '../../../notice/types.ts';
import type { Handler } from '../../handler.ts';
import { onlyReply } from '../../query/holder-claims.ts';
import { type Holder, leaderHolder, listed, unitHolder } from '../../query/holders.ts';
import type { Part } from '../../query/row.ts';
import { mentioned } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** Said before the groups that are claimed to be all. */
const ONLY =
  /[UP][^,，;；]{0,8}[,，]?[^,，;；]{0,2}?(?:只|仅|光|单|也就|不就|才)[^,，;；谁哪]{0,12}G|[UP].*G[^GUP,，]{0,4}[,，](?:再|就|也)?(?:没有?|无)(?:别的|其他|其它|第[2二]个)[^谁哪]{0,6}$|[UP].*G[^GUP,，]{0,6}[,，](?:在|那|至于)?(?:别的|其他|其它|另外的?|剩下的|其余的?)(?:专项)?小?组?(?:里|里头|里面|名单里?|头)?(?:都|也|就|是|一概|根本)*(?:没有?|不(?:在|沾|管|挂|参加|碰|进)|见不着|找不[到着])[^谁哪]{0,6}$/;
/** `就` alone says no more than that it is so: with a count, or with nothing else beside it. */
const JUST = /[UP][^,，;；]{0,8}?就[^,，;；谁哪]{0,12}G/;
const ONE =
  /[一1两2俩三3](?:个|项|块|家|摊|样|处)(?!月|工作日|环节)|没(?:有)?(?:别的|其他|第[二2]|了)|而已|完事/;
/** Whether a list is complete. */
const MISSING =
  /(?:少|漏|落|缺|差|丢)(?:写|列|算|填|报|说|记|数)?(?:了|掉|下|着)*(?:一|两|几|哪|什么|谁)?(?:个|项|块|处|组)?|(?:全|齐)(?:了)?(?:吗|没|不|吧|么)|还有(?:没有)?(?:别的|其他|漏)/;
const CHECKS = /[吗吧么嘛?？]|是不是|对不对|对不|没错|会不会|有没有|怎么|难道|漏|是否|准不准|妥不妥/;
/** `…，第3处是`: what stands beside those that are told. */
const NEXT =
  /G.*[,，:：;；]第[一二三四五六七2-7](?:处|个组?|组|项|块)(?:是|呢|在|又)*(?:谁|哪(?:儿|里|个|组)*|什么|啥)?[?？]?$/;
const PAGES = /[MSCBOEIL]/;

/**
 * Groups told of one unit or leader and whether they are all, whatever stands around that (`某局是不是只跟某组有关系`,
 * `某某同志只分包某事，会不会漏了一个`, `某局三处露面：甲、乙，第三处是`): all of them, and whether that was so.
 */
export const answerOnlyClaims: Handler = needing(
  () => ({ masked: [/G/, /[UP]/] }),
  (question, { facts }) => {
    const { masked, text } = question;
    if (PAGES.test(masked) || !masked.includes('G')) return undefined;
    const [unit, ...units] = new Set(mentioned(question, 'unit').map(({ id }) => id));
    const [person, ...people] = new Set(mentioned(question, 'person').map(({ id }) => id));
    if (units.length + people.length > 0 || (unit === undefined) === (person === undefined)) return undefined;
    const numbers = new Set(mentioned(question, 'group').map(({ no }) => no));
    const named = [...numbers].flatMap((no) => facts.group(no) ?? []);
    const holder = unit === undefined ? leaderHolder(facts, person ?? '') : unitHolder(facts, unit);
    const part = unit === undefined ? undefined : partSaid(masked);
    const all = holder.groups(part);
    if (all.length === 0 || named.length === 0) return undefined;
    const isRest = NEXT.test(masked);
    if (isRest) {
      const rest = all.filter((group) => !named.includes(group));
      if (rest.length === 0 || named.some((group) => !all.includes(group))) return undefined;
      return reply(
        `${holder.name}共${holder.does}${all.length}个组，除了${groupList(named)}，还有${rest.length}个：${listed(rest, holder)}。${at(holder.home)}`,
        [holder.home, ...rest.map(({ location }) => location)],
        { focus: [holder.entity], spoken: question.residue, readsAll: true },
      );
    }
    if (!CHECKS.test(masked) || ASKS_ELSE.test(masked)) return undefined;
    if (MISSING.test(masked.slice(masked.lastIndexOf('G')))) {
      const told = completeness(holder, named, part);
      return told && { ...told, spoken: question.residue };
    }
    const isOnly = ONLY.test(masked) || (JUST.test(masked) && ONE.test(text));
    if (!isOnly) return undefined;
    return { ...onlyReply(holder, named, part), spoken: question.residue, readsAll: true };
  },
);

/** Which groups are not among those that are told. */
function completeness(holder: Holder, named: readonly TaskGroup[], part: Part): Reply | undefined {
  const all = holder.groups(part);
  const [rest, wrong] = [
    all.filter((group) => !named.includes(group)),
    named.filter((group) => !all.includes(group)),
  ];
  // `某局牵头某组，还配合…`: told of another part, which is no mistake.
  const isMixed = wrong.some((group) => holder.groups(undefined).includes(group));
  if (isMixed) return undefined;
  const does = part === 'lead' ? '牵头' : part ? '配合' : holder.does;
  const missed = rest.length > 0 ? `漏了${rest.length}个：${listed(rest, holder)}` : '没有漏';
  const isNot = holder.entity.kind === 'person' ? `不由${holder.name}分包` : `里没有${holder.name}`;
  const added = wrong.length > 0 ? `；${groupList(wrong)}${isNot}` : '';
  return reply(
    `${missed}${added}。${holder.name}共${does}${all.length}个组：${groupList(all)}。${at(holder.home)}`,
    [holder.home, ...all.map(({ location }) => location)],
    { focus: [holder.entity], readsAll: true },
  );
}

/** Something else is asked of them. */
const ASKS_ELSE =
  /谁|(?<![漏少缺差落丢]了?)哪[几些]|哪位|多少|多久|几(?:天|家|条)|职责|分工|干(?:什么|啥)|为什么|为啥|凭什么/;

function partSaid(masked: string): Part {
  const [leads, supports] = [/牵头|主抓|领头/.test(masked), /配合|责任单位|协助|打下手/.test(masked)];
  if (leads === supports) return undefined;
  return leads ? 'lead' : 'responsible';
}
