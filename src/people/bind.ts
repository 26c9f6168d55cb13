import { WORK_GROUP } from '../../db/queries/chats.ts';
import { type BindingRow, bindingById, liveBindings } from '../../db/queries/people-bindings.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ChatId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import {
  type Act,
  type Asked,
  actOf,
  actOfClick,
  answered,
  answeredWith,
  clicked,
  demandOffice,
  saysCard,
} from './act.ts';
import { bindFormCard, boundOrClaimed } from './bind-form.ts';
import { type BindRequest, readBindRequest } from './bind-request.ts';
import { end } from './binding.ts';
import { bindGroupChat, unbindGroupChat } from './chats.ts';
import { labelsOf } from './labels.ts';
import { endCard } from './liaisons.ts';
import { type WithoutMentions, withoutMentions } from './mentions.ts';
import { groupMeant } from './notice-names.ts';
import { leaderPost, OFFICE_POST, type Post, postName, unitPost } from './subjects.ts';
import { quoted } from './texts.ts';

const MOST_PEOPLE = 20;

/** `/绑定` in every form (design §4). @throws UserError */
export async function bindOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const said = withoutMentions(asked.args, asked.people);
  const request = readBindRequest(said.text);
  const act = await actOf(deps, asked);
  if (said.people.length > MOST_PEOPLE)
    throw new UserError(`一次最多写${MOST_PEOPLE}个人；人多时请用名册导入：/联络员 导入。`);
  switch (request.kind) {
    case 'form':
      return answeredWith(asked, await formFor(act, asked, said));
    case 'chat':
      return chatOutcome(act, asked, request);
    case 'person':
      return endOfPeople(act, asked, said);
    case 'unit':
    case 'leader':
    case 'office': {
      const post = postOf(act, request);
      if (request.ends) return endOutcome(act, asked, { post, said, anyRole: isAnyRole(request) });
      if (said.unknown.length > 0) return answeredWith(asked, await mendCard(act, asked, { said, post }));
      if (post.kind === 'office' && said.people.length === 0)
        throw new UserError('请 @ 要加入办公室的人，例如：/绑定 办公室 @某人；单聊里请发“/绑定”从表单里选。');
      return answered(asked, await boundOrClaimed(act, post, said.people));
    }
    default: {
      const never: never = request;
      throw new Error(`unknown request ${JSON.stringify(never)}`);
    }
  }
}

function postOf(act: Act, request: Extract<BindRequest, { kind: 'unit' | 'leader' | 'office' }>): Post {
  if (request.kind === 'office') return OFFICE_POST;
  if (request.kind === 'leader') {
    if (request.name === '') throw new UserError('请写上领导的姓名，例如：/绑定 领导 姓名。');
    return leaderPost(act.names, request.name);
  }
  if (request.unit === '')
    throw new UserError('请写上单位，例如：/绑定 单位名 联络员；也可以发“/绑定”从表单里选。');
  return unitPost(act.names, request.unit, request.role ?? 'liaison');
}

function isAnyRole(request: BindRequest): boolean {
  return request.kind !== 'unit' || request.role === undefined;
}

function formFor(act: Act, asked: Asked, said: WithoutMentions) {
  return bindFormCard(act, { group: groupOf(asked), person: said.people[0]?.openId });
}

/** Somebody was named who is no mention: the form is offered with the rest filled in. */
function mendCard(act: Act, asked: Asked, of: { said: WithoutMentions; post: Post }) {
  demandOffice(act, '为别人绑定。要绑定自己，请发“/绑定 单位名”，不要写别人');
  const typed = of.said.unknown.map((name) => `“@${escapeMarkdown(name.slice(0, 20))}”`).join('、');
  return bindFormCard(act, {
    group: groupOf(asked),
    says: [`没有认出 ${typed}：单聊里不能 @ 人，不在应用可用范围内的人也认不出。请在下面选人。`],
    post: of.post,
    needsPerson: true,
  });
}

async function chatOutcome(
  act: Act,
  asked: Asked,
  request: Extract<BindRequest, { kind: 'chat' }>,
): Promise<Outcome> {
  const chatId = groupOf(asked);
  if (chatId === undefined) throw new UserError('请在要设置的群里 @我 再发这条命令。');
  if (request.ends) return answered(asked, await unbindGroupChat(act, chatId));
  demandOffice(act, '设置群的用途');
  if (request.use === undefined) return answeredWith(asked, await formFor(act, asked, NOBODY));
  const no = request.use === 'work' ? WORK_GROUP : groupMeant(act.names, request.group).no;
  return answered(asked, await bindGroupChat(act, chatId, no));
}

function groupOf(asked: Asked): ChatId | undefined {
  return asked.chatType === 'group' ? asked.chatId : undefined;
}

const NOBODY: WithoutMentions = { text: '', people: [], unknown: [] };

interface Ending {
  post: Post;
  said: WithoutMentions;
  /** No role was written: whatever role the person has. */
  anyRole: boolean;
}

/** 解除: those that are mentioned; nobody mentioned, a list to choose from. */
async function endOutcome(act: Act, asked: Asked, { post, said, anyRole }: Ending): Promise<Outcome> {
  demandOffice(act, '解除绑定');
  const standing = await liveBindings(act.deps.db, { subject: post, status: 'confirmed' });
  const rows = standing.filter((row) => anyRole || row.role === post.role);
  const name = postName(act.names, post);
  if (rows.length === 0) throw new UserError(`没有人绑定为${name}，不用解除。${firstMembers(act, post)}`);
  const people = said.people.map((person) => person.openId);
  if (people.length === 0) return answeredWith(asked, await endCard(act, rows, `解除：${name}`));
  const meant = rows.filter((row) => people.some((id) => id === row.open_id));
  if (meant.length < people.length) throw notBound(act, { post, said, rows: meant });
  const labels = await labelsOf(act.deps, people);
  return answered(asked, await end(act, meant, labels));
}

function notBound(
  act: Act,
  of: { post: Post; said: WithoutMentions; rows: readonly BindingRow[] },
): UserError {
  const others = of.said.people.filter((person) => !of.rows.some((row) => row.open_id === person.openId));
  const names = others.map((person) => quoted(person.name ?? '所选的人')).join('、');
  const isFirst = others.some((person) => act.deps.office.includes(person.openId));
  return new UserError(
    `${names}没有绑定为${postName(act.names, of.post)}，没有解除任何人。${isFirst ? firstMembers(act, of.post) : '发“/联络员 单位名”看看绑定了谁。'}`,
  );
}

/** The first members of the office stand in the deployment's settings, not in the database. */
function firstMembers(act: Act, post: Post): string {
  return post.kind === 'office' && act.deps.office.length > 0
    ? '部署时在 OFFICE_OPEN_IDS 里写明的办公室成员，请系统管理员改设置。'
    : '';
}

/** 解除 @某人: everything he stands in, to choose from. */
async function endOfPeople(act: Act, asked: Asked, said: WithoutMentions): Promise<Outcome> {
  demandOffice(act, '解除绑定');
  const [person] = said.people;
  if (person === undefined)
    throw new UserError('请写明解除谁，例如：/绑定 解除 单位名 @某人；只写单位名可以从名单里选。');
  const rows = await liveBindings(act.deps.db, { openId: person.openId, status: 'confirmed' });
  if (rows.length === 0) throw new UserError(`${quoted(person.name ?? '他')}没有绑定任何单位。`);
  return answeredWith(asked, await endCard(act, rows, `解除：${person.name ?? ''}`));
}

/** 解除 on a list. */
export async function endFromCard(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '解除绑定');
  const row = await bindingById(deps.db, String(event.value['id']));
  if (row?.status !== 'confirmed') throw new UserError('这项绑定已经解除过了，不用再点。');
  const change = await end(act, [row], await labelsOf(deps, [row.open_id]));
  return clicked(act, event, { change, card: saysCard('解除绑定', change.says) });
}
