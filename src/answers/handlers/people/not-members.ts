import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const ASKS =
  /^(?:那|请问)?([\u4e00-\u9fff]{2,6}?)(?:里)?(?:也|都|又|到底|究竟)*(?:算不算|是不是|属不属于|在不在|算|是|属于|在)(?:领导小组)?的?成员单位(?:的?名单)?(?:里[面头]?|中)?(?:吗|吧|不|么|没|的)*$/;
/** Says nothing of a sort of its own, or may be a name that was misspelled. */
const POINTS =
  /我|咱|俺|这|那|哪|谁|啥|什么|每|各|所有|全部|他|它|单位|部门|公司|机关|领导|组|附件|除|不|没|(?:[局委部厅署院处]|中心)$/;

/** `乡镇算不算成员单位`: a sort of bodies of which no member of the leading group has a word in its name. */
export const answerNotMembers: Handler = needing(
  () => ({ text: [ASKS] }),
  ({ text, mentions, residue }, { facts }) => {
    const said = text.match(ASKS)?.[1];
    if (said === undefined || POINTS.test(said)) return undefined;
    if (mentions.some(({ kind }) => kind !== 'body' && kind !== 'office')) return undefined;
    const { memberUnits, location } = facts.mainBody;
    const members = facts.model.units.filter(({ id }) => memberUnits.includes(id));
    const names = members.flatMap(({ name, aliases, spellings }) => [
      name,
      ...aliases,
      ...spellings.map((one) => one.text),
    ]);
    const pairs = [...said].slice(1).map((char, i) => `${said[i]}${char}`);
    if (memberUnits.length === 0 || names.some((name) => pairs.some((pair) => name.includes(pair))))
      return undefined;
    return reply(
      `不是。领导小组成员单位共${memberUnits.length}家，名单里没有“${said}”。${at(location)}`,
      [location],
      { spoken: residue },
    );
  },
);
