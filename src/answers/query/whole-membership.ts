import type { Handler } from '../handler.ts';
import { mentioned } from '../question/parse.ts';
import { reply } from '../replies/reply.ts';
import { at, groupList, groupName, personName, responsibleList, unitList } from '../replies/texts.ts';
import { type Holder, holderOf } from './holders.ts';
import type { Row } from './row.ts';
import { skeletonOf } from './tokens.ts';

/** Characters that may be left unread, where the rest leaves no doubt what is spoken of. */
const MOST_UNREAD = 3;
/** Whose groups, what part, who else: asked of others than the one that is named. */
const OF_OTHERS = /[MCBOEziq#]|w[upr]|w.*u|[up]w|y[^,]*[rlst]|[UP].*[UP]/;

/**
 * All groups of the one unit or leader that a question about memberships names, by the part it takes: the answer to
 * whatever is asked of them, where nobody has read it more closely. Undefined where somebody else is asked for.
 */
export const answerWholeMembership: Handler = (question, { facts }) => {
  const firm = [...mentioned(question, 'unit'), ...mentioned(question, 'person')];
  if (firm.length !== 1) return undefined;
  const read = skeletonOf(question);
  const { letters, unread } = read;
  if (unread.length > MOST_UNREAD || unread.length * 2 > letters.length || OF_OTHERS.test(letters))
    return undefined;
  // `某局在几个地方摆了摊`: no groups.
  if (unread !== '' && question.masked.includes('地方')) return undefined;
  const row: Row = { ...read, facts };
  const holder = holderOf(row);
  const does = holder?.entity.kind === 'person' ? /r/ : /[lst].*g|g.*[lst]|[ls].*[ls]/;
  if (!holder || holder.size > 1 || !does.test(letters) || !/[wcx]/.test(letters)) return undefined;
  if (holder.groups(undefined).length === 0) return undefined;
  const found = wholeOf(holder);
  return { ...found, spoken: question.residue };
};

/** Who leads one group, who is responsible and who is in charge of it. */
const OF_GROUP = /^[^UPMCBOEzi]*G[^UPGMCBOEzi]*$/;

/** A count of `家` may be of anything. */
const OF_UNITS = /组|单位|部门|牵头|配合|局/;

/** The same of the one group that a question about its units names. */
export const answerWholeGroup: Handler = (question, { facts }) => {
  const [named, ...others] = mentioned(question, 'group');
  const group = named && others.length === 0 ? facts.group(named.no) : undefined;
  if (!named || !group) return undefined;
  const { letters, unread } = skeletonOf(question);
  if (unread.length > MOST_UNREAD + 1 || unread.length > letters.length || !OF_GROUP.test(letters))
    return undefined;
  if (!/[ulst].*[wc]|[wc].*[ulst]/.test(letters) || !OF_UNITS.test(question.text)) return undefined;
  const leads = `${unitList(facts, group.leadUnits)}牵头`;
  const { length } = group.responsibleUnits;
  const rest = `${length > 1 ? `${length}家，` : ''}${responsibleList(facts, group)}`;
  return reply(
    `${groupName(group)}：${leads}；责任单位：${rest}；${personName(facts, group.leader)}分包。${at(group.location)}`,
    [group.location],
    { focus: [named], spoken: question.residue },
  );
};

function wholeOf(holder: Holder) {
  const all = holder.groups(undefined);
  const places = [holder.home, ...all.map(({ location }) => location)];
  const focus = [holder.entity];
  if (holder.entity.kind === 'person')
    return reply(`${holder.name}共分包${all.length}个组：${groupList(all)}。${at(holder.home)}`, places, {
      focus,
    });
  const parts = (['lead', 'subLead', 'responsible'] as const).map(
    (part) => [SAYS[part], holder.groups(part)] as const,
  );
  const said = parts
    .filter(([, groups]) => groups.length > 0)
    .map(([does, groups]) => `${does}${groups.length}个：${groupList(groups)}`);
  return reply(`${holder.name}共在${all.length}个组：${said.join('；')}。${at(holder.home)}`, places, {
    focus,
  });
}

const SAYS = { lead: '牵头', subLead: '分项牵头', responsible: '配合' } as const;
