import { peopleMet } from '../../db/queries/people-bindings.ts';
import { UNIT_ROLES } from '../../db/schema.ts';
import { type Card, card, divider, type Element, markdown, text } from '../cards/elements.ts';
import { fieldOf, form, input, personSelect, select, submit } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ChatId, OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { acquaint } from './acquaint.ts';
import { type Act, actOfClick, type Change, clicked, demandOffice, joined } from './act.ts';
import { bind } from './binding.ts';
import { chatElements } from './chat-card.ts';
import { claim } from './claims.ts';
import type { Picked } from './mentions.ts';
import { unitMeant } from './notice-names.ts';
import { OFFICE_POST, type Post } from './subjects.ts';
import { ROLE_NAMES } from './texts.ts';

/** More options than this are too long a list for a phone: then the name is written. */
const MOST_OPTIONS = 60;
const MOST_PEOPLE_OFFERED = 60;
const LONGEST_UNIT = 40;

export interface FormView {
  /** The group it stands in: there the client offers the members; elsewhere it needs a list. */
  group: ChatId | undefined;
  /** What just happened or what is to be mended, as markdown. */
  says?: readonly string[];
  post?: Post | undefined;
  person?: OpenId | undefined;
  /** Somebody else was meant: nobody chosen is not the one who presses. */
  needsPerson?: boolean;
}

/** `/绑定` as a form: unit, person, role. In a group the office also chooses what the group is for. */
export async function bindFormCard(act: Act, view: FormView): Promise<Card> {
  const { isOffice } = act.rights;
  return card({
    summary: '绑定单位、人员和身份',
    header: { title: '绑定', subtitle: isOffice ? '选单位、人员和身份' : '申请绑定到单位', template: 'blue' },
    elements: [
      ...(view.says ?? []).map((line) => markdown(line)),
      form('bind_form', [
        ...postFields(act, view.post),
        ...(await personFields(act, view)),
        ...roleFields(view),
      ]),
      ...(view.group !== undefined && isOffice ? [divider(), ...chatElements(act.names, view.group)] : []),
    ],
  });
}

function postFields({ names, rights }: Act, post: Post | undefined): Element[] {
  const options = [
    ...names.units.map((unit) => ({ label: unit.name, value: `unit:${unit.id}` })),
    ...(rights.isOffice
      ? [
          { label: ROLE_NAMES.office, value: 'office:' },
          ...names.leaders.map((one) => ({
            label: `${ROLE_NAMES.leader} ${one.name}`,
            value: `leader:${one.id}`,
          })),
        ]
      : []),
  ];
  const writing = input({
    name: 'unit_text',
    placeholder: '写单位名称，简称也可以',
    maxLength: LONGEST_UNIT,
  });
  if (options.length > MOST_OPTIONS) return [markdown('**单位**'), writing];
  const initial = post && `${post.kind}:${post.subject}`;
  return [
    markdown('**单位**（选一个，或在下面写名称）'),
    select({ name: 'post', placeholder: '选择单位', options, initial }),
    writing,
  ];
}

async function personFields({ deps, rights }: Act, view: FormView): Promise<Element[]> {
  if (!rights.isOffice) return [];
  const offered = view.group !== undefined ? [] : await peopleMet(deps.db, MOST_PEOPLE_OFFERED);
  return [
    markdown(view.needsPerson ? '**人员**' : '**人员**（不选就是您本人）'),
    personSelect({ name: 'person', placeholder: '选择人员', offered, initial: view.person }),
    text('名单里没有的人：请他先给我发一条消息，或让他自己发“/绑定 单位名”申请。', {
      size: 'notation',
      color: 'grey',
    }),
  ];
}

function roleFields({ post, group, needsPerson }: FormView): Element[] {
  return [
    markdown('**身份**'),
    select({
      name: 'role',
      placeholder: '选择身份',
      options: UNIT_ROLES.map((role) => ({ label: ROLE_NAMES[role], value: role })),
      initial: post?.kind === 'unit' ? post.role : 'liaison',
    }),
    submit('绑定', {
      action: 'bind-form',
      ...(group !== undefined && { group }),
      ...(needsPerson && { person: 'needed' }),
    }),
  ];
}

/** The form was sent: the office binds, anybody else asks to be bound himself. */
export async function bindFromForm(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const post = postOf(act, event.form);
  const person = fieldOf(event.form, 'person') as OpenId | '';
  if (person === '' && event.value['person'] === 'needed') throw new UserError('请先选人员，再点“绑定”。');
  const change = await boundOrClaimed(act, post, person === '' ? [] : [{ openId: person }]);
  const group = event.value['group'] === event.chatId ? event.chatId : undefined;
  return clicked(act, event, { change, card: await bindFormCard(act, { group, says: change.says }) });
}

/** Binds people to a post, or the one who asks where nobody is named; who is not of the office may only ask. */
export async function boundOrClaimed(act: Act, post: Post, people: readonly Picked[]): Promise<Change> {
  if (!act.rights.isOffice) {
    if (people.some((person) => person.openId !== act.sender))
      demandOffice(act, '为别人绑定。要绑定自己，请发“/绑定 单位名”，不要 @ 或选择别人');
    if (post.kind === 'office') demandOffice(act, '增加办公室成员');
    return claim(act, post);
  }
  const meant = people.length > 0 ? people : [{ openId: act.sender }];
  const { labels, writes } = await acquaint(act.deps, meant);
  const changes = meant.map(({ openId }) => bind(act, post, { openId, label: labels(openId) }));
  const all = joined(await Promise.all(changes));
  const hint = people.length > 0 ? [] : ['没有 @ 或选择别人，绑定的是您本人。'];
  return { ...all, says: [...all.says, ...hint], writes: [...writes, ...all.writes] };
}

function postOf(act: Act, fields: Record<string, unknown>): Post {
  const [kind, subject = ''] = fieldOf(fields, 'post').split(':');
  const written = fieldOf(fields, 'unit_text');
  const role = UNIT_ROLES.find((one) => one === fieldOf(fields, 'role')) ?? 'liaison';
  if (written !== '') {
    const unit = unitMeant(act.names, written);
    if (kind !== '' && kind !== undefined && `${kind}:${subject}` !== `unit:${unit.id}`)
      throw new UserError(`单位选了一个，又写了“${unit.name}”，请只留一个。`);
    return { kind: 'unit', subject: unit.id, role };
  }
  if (kind === 'office') return OFFICE_POST;
  if (kind === 'leader' && act.names.leaders.some((one) => one.id === subject))
    return { kind, subject, role: 'leader' };
  if (kind === 'unit' && act.names.units.some((one) => one.id === subject)) return { kind, subject, role };
  throw new UserError('请先选单位，或写上单位名称，再点“绑定”。');
}
