import type { Facts } from '../facts.ts';
import type { Question } from '../question/parse.ts';
import type { Mention } from './entities.ts';
import { maskMentions } from './mask.ts';

const BETWEEN = /^[、,，\s]*([\u4e00-\u9fff]{2,4})[、,，\s]*$/;
const LISTED = /G[、,，\s]*[\u4e00-\u9fff]{2,4}[、,，\s]*G/;

/**
 * A list of groups (`甲事、乙、丙事`) with an item that no name is known for: between two groups, a piece of the name of one
 * group only means that group.
 */
export function withItemsFilled(question: Question, { model }: Facts): Question {
  if (!LISTED.test(question.masked)) return question;
  const { text } = question;
  const firm = question.mentions.filter(({ how }) => how !== 'hint');
  const filled = firm.flatMap((mention, i): Mention[] => {
    const next = firm[i + 1];
    if (mention.kind !== 'group' || next?.kind !== 'group') return [];
    const said = text.slice(mention.end, next.start).match(BETWEEN)?.[1];
    const [group, ...others] =
      said === undefined ? [] : model.groups.filter(({ field }) => field.includes(said));
    if (said === undefined || !group || others.length > 0) return [];
    const start = text.indexOf(said, mention.end);
    return [
      {
        ...mention,
        start,
        end: start + said.length,
        text: said,
        entities: [{ kind: 'group', no: group.no }],
      },
    ];
  });
  if (filled.length === 0) return question;
  const isCovered = ({ start, end, how }: Mention) =>
    how === 'hint' && filled.some((one) => one.start < end && start < one.end);
  const mentions = [...question.mentions.filter((m) => !isCovered(m)), ...filled].sort(
    (a, b) => a.start - b.start,
  );
  return { ...question, mentions, masked: maskMentions(text, mentions) };
}
