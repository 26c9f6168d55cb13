import type { AskedQuestion } from '../../db/queries/learning.ts';
import {
  button,
  buttonRow,
  type Card,
  card,
  divider,
  type Element,
  folded,
  lines,
  markdown,
  text,
} from '../cards/elements.ts';
import { form, input, select, submit } from '../cards/form.ts';

/** A question with what the office may make of it. */
export interface Proposal {
  asked: AskedQuestion;
  /** The word that nobody understood; undefined when there is none to be seen. */
  term: string | undefined;
  /** What it seems to mean. */
  target: { target: string; name: string } | undefined;
}

/** A word that the office gave a meaning. */
export interface Word {
  text: string;
  name: string;
}

/** The office's list of questions that were not answered well, most failed first, and the words it taught. */
export function questionListCard(
  proposals: readonly Proposal[],
  of: { since: string; words: readonly Word[] },
): Card {
  const { since, words } = of;
  return card({
    summary: `${proposals.length} 个问题没答好`,
    header: { title: '没答好的问题', subtitle: `${since} 以来，不记提问人`, template: 'wathet' },
    elements: [
      ...proposals.flatMap((proposal, i) => [...(i > 0 ? [divider()] : []), ...proposalElements(proposal)]),
      ...wordElements(words),
    ],
  });
}

function wordElements(words: readonly Word[]): Element[] {
  if (words.length === 0) return [];
  return [
    folded(
      `已加的说法（${words.length}）`,
      words.flatMap(({ text: word, name }) => [
        text(`“${word}”就是${name}`),
        buttonRow([button({ label: '取消这个说法', value: { action: 'learn_forget', text: word } })]),
      ]),
    ),
  ];
}

function proposalElements({ asked, term, target }: Proposal): Element[] {
  const counts = [
    asked.refused > 0 ? `没答上 ${asked.refused} 次` : '',
    asked.wrong > 0 ? `被指不对 ${asked.wrong} 次` : '',
    asked.useful > 0 ? `有用 ${asked.useful} 次` : '',
  ].filter((each) => each !== '');
  const one = { question: asked.question };
  return [
    markdown(`**${lines([asked.question])}**`),
    text(counts.join('　'), { size: 'notation', color: 'grey' }),
    buttonRow([
      ...(term !== undefined && target !== undefined
        ? [
            button({
              label: `“${term}”就是${target.name}`,
              type: 'primary',
              value: { action: 'learn_alias', ...one, text: term, target: target.target },
            }),
          ]
        : []),
      button({ label: '加个说法…', value: { action: 'learn_form', ...one, text: term ?? '' } }),
      button({ label: '不用处理', value: { action: 'learn_settle', ...one } }),
    ]),
  ];
}

/** A form that says what a word means. */
export function aliasFormCard(
  of: { question: string; text: string },
  targets: readonly { target: string; name: string }[],
): Card {
  return card({
    summary: '加一个说法',
    header: { title: '加一个说法', subtitle: of.question.slice(0, 60), template: 'wathet' },
    elements: [
      form('learn_alias_form', [
        input({ name: 'text', placeholder: '大家口头怎么说', maxLength: 20, initial: of.text }),
        select({
          name: 'target',
          placeholder: '指的是哪一个',
          options: targets.map(({ target, name }) => ({ label: name, value: target })),
        }),
        submit('保存说法', { action: 'learn_alias', question: of.question }),
      ]),
    ],
  });
}
