import { expectationOf, satisfies } from '../question/expect.ts';
import type { Question } from '../question/parse.ts';
import type { Retriever } from './retrieve.ts';

const NOW = /目前|现在|当前|眼下|如今|这会儿|眼目前/;
/** What a rule sets and nobody measures: steps, papers, time limits. */
const SET_BY_RULE =
  /(?:几|多少)(?:个|道|步|项|张|份|种|类)?(?:环节|步骤?|手续|材料|表|单子|申请表|程序|件资料)|(?:几|多少)个?(?:工作日|天|日)|(?:几|多少)[张份步道]|时限|期限|(?:缩|压|减|降|改|精简)(?:短|缩|少)?(?:成|到|至|为)了?(?:几|多少)/;
const MEASURED =
  /实际|平均|已经?|完成|做到|达标|进展|排名|名次|得分|(?<!备)案|人|户|价|钱|费|剩.{0,3}件|做得/;
/** What the notice must have of the question. */
const SPEAKS = 0.5;
/** `原来30天现在缩成几天`: what it was and what it is to be are both told by the rule. */
const FROM_TO = /(?:原来|原先|以前|法定|由|从)[^,，]{0,6}\d[^,，]{0,6}(?:缩|压|减|降|改|精简)/;
const SPEAKS_OF_BOTH = 0.35;

/** `某事如今就剩几个环节了`: what the rule is now, not how the work stands. */
export function asksRuleNow({ text, content, mentions }: Question, retriever: Retriever): boolean {
  if (/第几/.test(text) && mentions.some((m) => m.kind === 'clause' && m.how !== 'hint')) return true;
  if (!NOW.test(text) || !SET_BY_RULE.test(text) || MEASURED.test(text)) return false;
  const expectation = expectationOf(text);
  return retriever
    .search({ parts: content.map((part) => part.replace(NOW, ',')) })
    .slice(0, 3)
    .some(
      (m) =>
        m.coverage > (FROM_TO.test(text) ? SPEAKS_OF_BOTH : SPEAKS) &&
        satisfies(m.statement.text, expectation),
    );
}
