import type { Handler } from '../handler.ts';
import { mentioned } from '../parse.ts';
import { reply } from '../reply.ts';
import { at, groupList, measureName, personName, unitList } from '../texts.ts';

const ASKS_ITS_GROUP =
  /M(?:的|讲的|说的)?(?:是|属于|归|对应|归属|划给|算|归到|落在)?(?:于|的)?(?:哪|什么|第几)(?:一)?个?(?:专项)?(?:工作)?小?组(?:的(?:事|活|任务)|管|负责|名下)?$/;

/** `附件1第16条属于哪个组`: the task group that a measure belongs to, with who is in charge of it. */
export const answerGroupOfMeasure: Handler = ({ masked, ...question }, { facts }) => {
  if (!ASKS_ITS_GROUP.test(masked)) return undefined;
  const found = mentioned({ masked, ...question }, 'measure').flatMap(({ no }) => facts.measure(no) ?? []);
  const lines = found.flatMap((measure) => {
    const groups = measure.groups.flatMap((no) => facts.group(no) ?? []);
    const owners = groups.map(
      (group) => `${personName(facts, group.leader)}分包，${unitList(facts, group.leadUnits)}牵头`,
    );
    const places = groups.map(({ location }) => location);
    return groups.length === 0
      ? []
      : [
          `${measureName(measure)}属于${groupList(groups)}：${owners.join('；')}。${at(measure.location, ...places)}`,
        ];
  });
  const cites = found.flatMap(({ location, groups }) => [
    location,
    ...groups.flatMap((no) => facts.group(no)?.location ?? []),
  ]);
  const focus = found.map(({ no }) => ({ kind: 'measure' as const, no }));
  return lines.length === 0 ? undefined : reply(lines, cites, { focus });
};
