import type { Body } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Mention } from '../../names/entities.ts';
import { attachmentIn } from '../../names/headings.ts';
import { spellsUnit } from '../../names/posts-in-units.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, personName, unitList } from '../../replies/texts.ts';
import { claimsOtherPlace } from '../../told/title-places.ts';
import { needing } from '../needing.ts';
import { titlesOf } from '../people/people.ts';
import { headOf } from '../refusals/strangers.ts';

/** The body a question speaks of: named, of the attachment it names, or of who heads it, else the main one. */
export function bodyMeant(question: Question, facts: Facts) {
  const entity = question.mentions
    .flatMap((m) => m.entities)
    .find((e) => e.kind === 'body' || e.kind === 'office');
  const attachment = attachmentIn(question.text);
  const attached = facts.model.bodies.find(
    (b) => attachment !== undefined && b.location.startsWith(attachment),
  );
  if (attached) return attached;
  const index = entity?.kind === 'body' || entity?.kind === 'office' ? entity.index : undefined;
  const named = index === undefined ? undefined : facts.model.bodies[index];
  return named ?? headedBody(question, facts)?.body ?? facts.mainBody;
}

const HEADED =
  /P(?:来|亲自)?(?:当|任|做|干|兼|是|挂|担任|兼任)(?:着|的|了)?(主任|组长|一把手|头)(?:的|那|这)*(?:个|一)*(?:领导小组|办公室|小组|组|办)/;

const OF_MATTER =
  /G(?:专项)?(?:行动|工作|整顿|建设)?(?:那|这)?(?:个|块|边|头|口|摊子?|一块|方面)?的?(?:专项)?(?:办公室|领导小组)/;

/** `张三当主任那个办公室`, `某事那边的办公室`: a body by the one who heads it or its office, or by its matter. */
export function headedBody(question: Question, { model, group }: Facts) {
  if (OF_MATTER.test(question.masked)) {
    const fields = mentioned(question, 'group').flatMap(({ no }) => group(no)?.field ?? []);
    const body = model.bodies.find(({ name }) => fields.some((field) => name.includes(field)));
    return body && { body, isOffice: question.masked.includes('办公室') };
  }
  const isOffice = question.masked.match(HEADED)?.[1] === '主任';
  const [person] = HEADED.test(question.masked) ? mentioned(question, 'person') : [];
  const body = model.bodies.find((b) => person && (isOffice ? b.office?.head : b.head) === person.id);
  return body && { body, isOffice };
}

const SET_IN = /设|挂|放|搁|[安摆落][在到]|落(?:户|脚)/;
/** `领导小组办公室不是在某办嘛`: where an office is. Somebody who is of it would stand between. */
const IS_AT =
  /^(?:B的?)?(?:办公室|O)(?:不|也|应该|是|就|难道)*(?:在|归在?|落在)U(?:里|那儿?|那边|办公)?(?:的|么|吗|吧|嘛|不|对)/;

/** `办公室设在某办，是吧` */
export const seatOfOffice: Handler = needing(
  () => ({ masked: [/U/, /办公室|O/] }),
  (question, { facts }) => {
    const [unit] = mentioned(question, 'unit');
    if (
      !unit ||
      !/办公室|O/.test(question.masked) ||
      !(SET_IN.test(question.masked) || IS_AT.test(question.masked))
    )
      return undefined;
    const { office } = bodyMeant(question, facts);
    if (!office?.seat) return undefined;
    const head = headClaimed(question, bodyMeant(question, facts), facts);
    const isTrue = office.seat === unit.id && head?.isTrue !== false;
    const said = `办公室设在${unitList(facts, [office.seat])}${head ? `，${head.said}` : ''}`;
    return reply(`${verdict(isTrue)}${said}。${at(office.location)}`, [office.location], {
      ...(head ? { spoken: question.residue } : {}),
    });
  },
);

/** Said beside where it is: who heads it, or stands in for its head (`…，由某某当主任`). */
const HEADED_BY =
  /P(?:同志)?(?:来|亲自|去|就)?(?:当|任|做|干|是|兼|挂|担任|兼任|出任)(?:着|的|了)?(?:它的?|办公室)?(副?主任)|(副?主任)(?:则|就|也)?(?:是|由|归|为)?P/;

function headClaimed({ masked, mentions }: Question, body: Body, facts: Facts) {
  const [, behind, before] = masked.match(HEADED_BY) ?? [];
  const role = behind ?? before;
  const [person] = mentions.flatMap(({ entities }) => entities.filter(({ kind }) => kind === 'person'));
  if (role === undefined || person?.kind !== 'person') return undefined;
  const { held } = postIn(body, role);
  const names = held.map((id) => personName(facts, id)).join('、');
  const deputy = !held.includes(person.id) && postIn(body, `副${role}`).held.includes(person.id);
  const is = deputy ? `，${personName(facts, person.id)}是副${role}` : '';
  return { isTrue: held.includes(person.id), said: `${role}是${names}${is}` };
}

/** `副组长是赵六和孙八？`: the holders of a role in a body. */
export const rolesInBody: Handler = needing(
  () => ({ masked: [/P/, /组长|主任/] }),
  (question, { facts }) => {
    const people = mentioned(question, 'person');
    const [role, ...more] = new Set(question.masked.match(/副组长|组长|副主任|主任/g) ?? []);
    const speaksOfBody =
      /[BO]|领导小组|办公室|附件|副?组长/.test(question.masked) && !/[GS]/.test(question.masked);
    if (people.length === 0 || role === undefined || !speaksOfBody || HEAD_OF_UNIT.test(question.masked))
      return undefined;
    const body = bodyMeant(question, facts);
    const posts = [role, ...more].map((said) => postIn(body, said));
    const ids = people.map(({ id }) => id);
    // `又是副组长又是办公室主任`: each of them.
    const asked = people.length === 1 ? posts : posts.slice(0, 1);
    if (asked.some(({ held }) => held.length === 0)) return undefined;
    const isTrue = asked.every(({ held }) => ids.every((id) => held.includes(id)));
    const said = asked.map(
      ({ name, held }) => `${name}是${held.map((id) => personName(facts, id)).join('、')}`,
    );
    const places = asked.map(({ location }) => location);
    // `某某是副组长？` of the head: what he is goes first.
    const own = isTrue || ids.length > 1 ? undefined : facts.person(ids[0] ?? '');
    const held = own?.roles.filter(({ location }) => location === body.location) ?? [];
    if (own && held.length > 0) said.unshift(`${own.name}是${held.map(({ role: post }) => post).join('、')}`);
    return reply(`${verdict(isTrue)}${said.join('，')}。${at(...places)}`, places, {
      focus: asked.flatMap(({ held }) => held).map((id) => ({ kind: 'person', id })),
      ...(HEADS_BODY.test(question.masked) ? { spoken: question.residue, readsAll: true } : {}),
    });
  },
);

/** `某某兼领导小组办公室主任，对吗`: nothing else is said. */
const HEADS_BODY =
  /^P(?:同志)?(?:是|也|又|就|来|现在)*(?:兼任?|担任|任|当|做|挂|兼着)(?:着|了|的)?(?:[BO]|区|领导小组|办公室|的)*副?(?:主任|组长)(?:[,，][^,，谁哪几什啥BOGUP]{0,8}|(?:对|是|没错|吧|吗|么|不)*)[?？]*$/;

/** Who holds a post in a body or in its office, and where that stands. */
function postIn({ head, deputies, office, location }: Body, role: string) {
  const isOffice = role.endsWith('主任');
  const chief = isOffice ? office?.head : head;
  const others = isOffice ? office?.deputies : deputies;
  return {
    name: `${isOffice ? '办公室' : ''}${role}`,
    held: role.startsWith('副') ? (others ?? []) : chief === undefined ? [] : [chief],
    location: (isOffice ? office?.location : undefined) ?? location,
  };
}

const membership: Handler = needing(
  () => ({ masked: [/U/] }),
  (question, { facts }) => {
    const units = mentioned(question, 'unit');
    if (units.length === 0 || !/成员|领导小组/.test(question.text)) return undefined;
    const body = facts.mainBody;
    const lines = units.map(({ id }) => {
      const name = unitList(facts, [id]);
      if (body.memberUnits.includes(id)) return `是的，${name}是领导小组成员单位。${at(body.location)}`;
      return `不是。${name}不在领导小组成员单位名单里。${at(body.location)}`;
    });
    return reply(lines, [body.location]);
  },
);

const ROLE =
  /[一二三四]级调研员|副?(?:组长|主任|书记|部长|局长|院长|检察长|[区县市镇乡处科]长|秘书长|主席)|调研员|委员|常委/;

/** `张三不是某部的头儿吗`: that somebody heads a unit, in a word that is no post. */
const HEAD_OF_UNIT =
  /P(?:同志)?(?:不|应该|就)?是(?:不是)?U(?:那边|里)?的?(?:头儿|头头|头|一把手|老大|负责人|当家的|掌门人?|主官|领导)(?=[吗吧么不对是没?？,，]|$)/;

/** `周九是某委那边的对不`: from which unit somebody is. */
const OF_UNIT =
  /P(?:同志)?(?:也)?(?:是|来自|属于|归|在)(?:搞|管|干)?U(?:那边|那里|里|这边|上)?的?(?:人|干部|领导)?/;

/** `郑十一是某区那边的人不`: from which place somebody is. */
const OF_PLACE =
  /P(?:同志)?(?:也)?(?:是|来自|属于)([\u4e00-\u9fff]{2,4}?)(?:那边|这边|上|派来|过来|来|口)?的?(?:人|干部|领导)?(?:吗|吧|不|么|没错吧|对吧)$/;

/** Whether the titles of somebody name the place he is said to be of; undefined where no such place is in any title. */
function isOfPlace(masked: string, titles: string, facts: Facts): boolean | undefined {
  const place = masked.match(OF_PLACE)?.[1];
  const isKnown =
    place !== undefined &&
    facts.model.people.some((person) => person.titles.some(({ text }) => text.startsWith(place)));
  return isKnown ? titles.split('，').some((title) => title.startsWith(place)) : undefined;
}

/** `吴十是某部部长吧` */
export const titleOfPerson: Handler = (question, { facts }) => {
  const named = question.mentions.find((m) => m.kind === 'person' && m.how !== 'post');
  const [entity] = named?.entities ?? [];
  if (entity?.kind !== 'person' || named?.entities.length !== 1) return undefined;
  const person = facts.person(entity.id);
  const post = question.mentions.find((m) => m.kind === 'person' && m.how === 'post');
  const role = question.text.slice(named.end).match(ROLE)?.[0];
  const unit = mentioned(question, 'unit')[0];
  const isHead = HEAD_OF_UNIT.test(question.masked);
  const isOfUnit = unit !== undefined && (isHead || OF_UNIT.test(question.masked));
  if (!person) return undefined;
  const titles = titlesOf(person, facts);
  const ofPlace = isOfPlace(question.masked, titles, facts);
  if (!post && role === undefined && !isOfUnit && ofPlace === undefined) return undefined;
  const holders = holdersAsSaid(post, facts);
  const isHolder = holders.includes(person.id);
  const claimsUnit = unit === undefined || spellsUnit(facts, unit.id, titles);
  const isElsewhere = claimsOtherPlace(question.text.slice(named.end), person, facts);
  const isTrue = isElsewhere
    ? false
    : post
      ? isHolder
      : isHead
        ? headOf(facts, unit?.id ?? '')?.id === person.id
        : ofPlace !== false && claimsUnit && (role === undefined || holdsRole(titles, role));
  const others = holders.filter((id) => id !== person.id);
  const names = others.map((id) => personName(facts, id)).join('、');
  const correction = !isTrue && others.length > 0 && others.length < 3 ? `${post?.text}是${names}；` : '';
  const cites = [...person.titles, ...person.roles].map((t) => t.location);
  return reply(`${verdict(isTrue)}${correction}${person.name}：${titles}。${at(...cites)}`, cites, {
    focus: [entity],
    ...(ofPlace === undefined ? {} : { spoken: question.residue }),
  });
};

/**
 * Who holds a post. Said with its place (`某区某委副主任`), those whose title begins just so or says that place, where
 * there are any: another place has the same post.
 */
function holdersAsSaid(post: Mention | undefined, { model, person }: Facts): string[] {
  const ids = post?.entities.flatMap((e) => (e.kind === 'person' ? [e.id] : [])) ?? [];
  const said = post?.text ?? '';
  const places = model.document.placeNames.filter((place) => said.startsWith(place));
  if (places.length === 0) return ids;
  const isOf = (title: string) =>
    title.split(/[,，、]/).some((one) => one.startsWith(said)) ||
    places.some((place) => place.length > 1 && title.startsWith(place));
  const exact = ids.filter((id) => person(id)?.titles.some(({ text }) => isOf(fold(text))));
  return exact.length > 0 ? exact : ids;
}

function holdsRole(titles: string, role: string): boolean {
  return new RegExp(`${role.startsWith('副') ? '' : '(?<!副)'}${role}`).test(titles);
}

const SAME_ONE = /(?:同)?一(?:个|位)?(?:人|领导)?|都是/;

/** `两个领导小组的组长是不是一个人`, `两边办公室主任是同一位吗` */
const sameHead: Handler = (question, { facts }) => {
  const { masked } = question;
  const indexes = question.mentions
    .flatMap((m) => m.entities)
    .flatMap((e) => (e.kind === 'body' || e.kind === 'office' ? [e.index] : []));
  const bodies = [...new Set(indexes)].map((index) => facts.model.bodies[index]);
  const isBoth = bodies.length < 2 && /两|2个|俩/.test(masked) && facts.model.bodies.length === 2;
  const [one, other, ...more] = isBoth ? facts.model.bodies : bodies;
  const isAsked = /(?<!副)(?:组长|主任)/.test(masked) && SAME_ONE.test(masked);
  if (!one || !other || more.length > 0 || !isAsked) return undefined;
  if (/(?<!副)主任/.test(masked)) {
    const [a, b] = [one.office, other.office];
    if (!a || !b) return undefined;
    const said = [one, other].map(
      (body) => `${body.name}办公室主任是${personName(facts, body.office?.head ?? '')}`,
    );
    return reply(
      `${verdict(a.head === b.head)}${said.join('，')}。${at(a.location, b.location)}`,
      [a.location, b.location],
      {
        focus: [a, b].map(({ head }) => ({ kind: 'person', id: head })),
      },
    );
  }
  const heads = [one, other].map((body) => `${body.name}组长是${personName(facts, body.head)}`);
  return reply(
    `${verdict(one.head === other.head)}${heads.join('，')}。${at(one.location, other.location)}`,
    [one.location, other.location],
    { focus: [{ kind: 'person', id: one.head }] },
  );
};

export const PEOPLE_CHECKS: readonly Handler[] = [sameHead, membership, titleOfPerson];
