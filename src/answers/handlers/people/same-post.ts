import type { Person } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const TITLE = '(?:职务|头衔|官衔|职级|身份|官)';
const AS =
  '(?:一样|相同|一致|同样|雷同|(?:一|1)(?:个)?字(?:都|也)?(?:不|没|未)(?:差|改|多不少|变)|(?:半个字|丝毫)(?:都|也)?不差)';
const SAME = new RegExp(
  `${TITLE}(?:跟|和|与|同)?.{0,6}${AS}|${AS}的?${TITLE}|(?:同一?个?|这个?)的?${TITLE}|跟P(?:平级|同级)|[跟和与同]P(?:平级|同级|并列|平起平坐|一样|同样)的?(?:副组长|副主任)|也是这个`,
);

/** `跟他职务一样的还有谁`: the others whose title is written in the same words. */
export const answerSamePost: Handler = needing(
  () => ({ masked: [/P/] }),
  (question, { facts }) => {
    const [entity, ...others] = mentioned(question, 'person');
    const person = entity && facts.person(entity.id);
    const [title] = person?.titles ?? [];
    const other = others.length === 1 ? facts.person(others[0]?.id ?? '') : undefined;
    if (person && other) return sideBySide([person, other], question);
    if (!person || !title || others.length > 0) return undefined;
    if (!SAME.test(question.masked) || !/谁|哪|几|有没有|别人/.test(question.masked)) return undefined;
    const beside = besideInBody(person, question.masked, facts);
    if (beside) return { ...beside, spoken: question.residue, readsAll: true };
    const alike = facts.model.people.filter(
      (each) => each !== person && each.titles.some(({ text }) => text === title.text),
    );
    const said = alike.length === 0 ? '没有别人' : `还有${alike.map(({ name }) => name).join('、')}`;
    return reply(
      `和${person.name}一样写作“${title.text}”的${said}。${at(title.location)}`,
      [title.location],
      {
        focus: alike.map(({ id }) => ({ kind: 'person', id })),
        spoken: question.residue,
        readsAll: true,
      },
    );
  },
);

/** `跟某某平级的副主任还有谁`: the others in the post of a body that he holds; undefined where none is told, or he holds none such. */
function besideInBody({ id, name }: Person, masked: string, { model, person }: Facts): Reply | undefined {
  const post = masked.match(/副(?:组长|主任)/)?.[0];
  if (post === undefined || !/还有|别的|其[他余]|另外|都/.test(masked)) return undefined;
  for (const { name: of, deputies, office, location } of model.bodies) {
    const [held, whose] =
      post === '副组长' ? [deputies, of] : [office?.deputies ?? [], office?.name ?? `${of}办公室`];
    if (!held.includes(id)) continue;
    const others = held.filter((each) => each !== id);
    const names = others.map((each) => person(each)?.name ?? '').join('、');
    const said = others.length === 0 ? '没有别人' : `还有${others.length}位：${names}`;
    return reply(`和${name}同为${whose}${post}的${said}。${at(location)}`, [location], {
      focus: others.map((each) => ({ kind: 'person', id: each })),
    });
  }
  return undefined;
}

const ALIKE =
  /(?:职务|头衔|职级|级别|官衔|写法).{0,6}(?:一样|相同|一致|同样|同一)|(?:一样|相同|同一?个?)的?(?:职务|头衔|职级|级别|官衔)|平级/;

/** `高某万某俩职务一样不`: the titles of two people and whether they are written in the same words. */
function sideBySide(
  [one, other]: readonly [Person, Person],
  { masked, residue }: Question,
): Reply | undefined {
  const [a, b] = [one.titles[0], other.titles[0]];
  if (!a || !b || !ALIKE.test(masked)) return undefined;
  const places = [...new Set([a.location, b.location])];
  const text = `${verdict(a.text === b.text)}${one.name}：${a.text}；${other.name}：${b.text}。${at(...places)}`;
  return reply(text, places, {
    focus: [one, other].map(({ id }) => ({ kind: 'person', id })),
    spoken: residue,
  });
}
