import { expect, it } from 'vitest';
import { indexFacts } from '../../../src/answers/facts.ts';
import { signsOfWords } from '../../../src/answers/intents/answer-signs.ts';
import { buildLinker } from '../../../src/answers/names/link.ts';
import { collectNames } from '../../../src/answers/names/names.ts';
import { readQuestion } from '../../../src/answers/question/parse.ts';
import { reply } from '../../../src/answers/replies/reply.ts';
import { otherLexicon } from '../other-notice/lexicon.ts';
import { otherModel } from '../other-notice/model.ts';

const facts = indexFacts(otherModel);
const linker = buildLinker(collectNames(otherModel, otherLexicon), facts, otherLexicon);
const signs = (asked: string, said: string, cites: string[] = [], places = new Map<string, number>()) =>
  signsOfWords(readQuestion(asked, linker), reply(said, cites), places, facts);

it('how many of the question’s words a reply says', () => {
  expect(signs('护岸林栽多少', '栽植护岸林400亩。')['covers']).toBeGreaterThan(0.5);
  expect(signs('护岸林栽多少', '采砂整治由慕容川分包。')['covers']).toBe(0);
});

it('a figure of the question that a reply leaves out', () => {
  expect(signs('护岸林要栽500亩吧', '是的，栽植护岸林400亩。')).toMatchObject({
    'figures unsaid': 1,
    'figures unsaid yes': 1,
  });
  expect(signs('护岸林要栽400亩吧', '是的，栽植护岸林400亩。')).toMatchObject({
    'figures unsaid': 0,
    yes: 1,
  });
});

it('a name of the question that a reply leaves out, by whatever name it was called', () => {
  expect(signs('采砂整治是交通运输局牵头吧', '是的，采砂整治由水利局牵头。')).toMatchObject({
    'names unsaid': 1,
    'names unsaid yes': 1,
  });
  expect(signs('采砂整治是水利局牵头吧', '是的，采砂整治由水利局牵头。')).toMatchObject({
    'names unsaid': 0,
  });
});

it('how probably the answer stands where the reply is from, and how much likelier elsewhere', () => {
  const places = new Map([
    ['附件1·2', 0.7],
    ['三、1', 0.2],
  ]);
  expect(signs('护岸林', '…', ['三、1'], places)).toMatchObject({
    where: 0.2,
    'where else': expect.closeTo(0.5),
  });
  expect(signs('护岸林', '…', ['附件1·2'], places)).toMatchObject({ where: 0.7, 'where else': 0 });
  expect(signs('护岸林', '…', ['一'])).toMatchObject({ where: 0, 'where else': 0 });
});
