import { otherSideOf } from '../../characters/contrast.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { DRILLS, expectationOf, NAMES, satisfies } from '../../question/expect.ts';
import { mentioned } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';

/** Share of what is said beside the name that a sentence of the same matter must have. */
const ENOUGH = 0.22;
/** The same, when a figure is asked for. */
const FIGURE_ENOUGH = 0.4;

/** A matter is named and something of it asked: what its own sentences say on the rest of the question. */
export const answerWithin: Handler = (question, { retriever, contrasts }) => {
  if (NAMES.test(question.text) || DRILLS.test(question.text)) return undefined;
  const groups = mentioned(question, 'group').map(({ no }) => no);
  const measures = mentioned(question, 'measure').map(({ no }) => no);
  if (groups.length + measures.length === 0) return undefined;
  const parts = contentOf(
    question.masked
      .replace(/[A-Z](?:那|这)(?:边|块|摊|里|头|儿|个|条)|的是(?=啥|什么|哪)/g, ',')
      .replace(/[A-Z]|附件\d|[一二三四五六七八九十\d]+(?:个|项|条|家|种|样|类|方面)/g, ','),
  );
  const expectation = expectationOf(question.text);
  const matches = retriever.search({
    parts,
    only: (s) => s.groups.some((no) => groups.includes(no)) || s.measures.some((no) => measures.includes(no)),
    boost: (s) => (s.isTopic ? 1.05 : 1),
  });
  const isOther = otherSideOf(question.text, contrasts);
  const home = attachmentIn(question.text) ?? '';
  const [best] = matches.filter(
    ({ statement }) => !isOther(statement.folded) && statement.location.startsWith(home),
  );
  if (
    !best ||
    best.coverage < (expectation ? FIGURE_ENOUGH : ENOUGH) ||
    !satisfies(best.statement.folded, expectation)
  )
    return undefined;
  const { statement } = best;
  return reply(`${statement.text}${at(statement.location)}`, [statement.location], {
    confidence: best.coverage,
    focus: groups.map((no) => ({ kind: 'group', no })),
  });
};
