import {
  type BriefRow,
  changeBrief,
  draftBriefs,
  keepTyped,
  publishedBriefs,
} from '../../db/queries/briefs.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import {
  actOfClick,
  audit,
  carried,
  demandOffice,
  info,
  pressed,
  saysCard,
  success,
  warning,
} from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { briefName, faultOf, type Typed } from './brief.ts';
import { briefCard, formCard, LONGEST_BECAUSE, previewCard, publishedCard } from './cards.ts';
import { type BriefDesk, briefDesk } from './desk.ts';
import { listCard } from './list-cards.ts';
import { openPick, startBrief } from './pick.ts';
import { publication, withdrawal } from './publish.ts';

/** The card actions of 工作动态; each checks the operator's right at the moment of the click. */
export const BRIEF_ACTIONS = {
  'brief-pick': openPick,
  'brief-start': startBrief,
  'brief-edit': edit,
  'brief-save': save,
  'brief-preview': save,
  'brief-publish': publish,
  'brief-drop': drop,
  'brief-withdraw': withdraw,
  'brief-show': show,
  'brief-list': turnList,
} as const;

const NOBODY = '这个单位还没有绑定联络员，没有人能收到采用的消息，请另行告知。';

async function deskAt(deps: Deps, event: ClickEvent, what: string): Promise<BriefDesk> {
  const act = await actOfClick(deps, event);
  demandOffice(act, what);
  return briefDesk(act, carried(event, 'brief'));
}

async function edit(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskAt(deps, event, '修改工作动态');
  const shown = desk.brief.status === 'draft' ? formCard(desk) : closedCard(desk);
  if (carried(event, 'in') !== 'new') return pressed(event, { toast: info('请修改'), card: shown });
  return {
    toast: info('已发在下面'),
    messages: [
      { key: `brief:${event.eventId}`, to: { person: event.operator }, body: { type: 'card', card: shown } },
    ],
    writes: [],
  };
}

/** 保存草稿 and 预览: what was typed is kept in any case; what cannot be taken comes back with the reason. */
async function save(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskAt(deps, event, '修改工作动态');
  const { act, brief } = desk;
  const typed = typedIn(event, brief);
  const kept = keepTyped(deps.db, {
    id: act.key,
    brief: brief.id,
    version: Number(carried(event, 'version')) || 0,
    title: typed.title,
    body: typed.body,
    by: act.sender,
    at: act.now,
  });
  if (brief.status !== 'draft')
    return pressed(event, {
      toast: warning('没有保存，见卡片上的红字'),
      card: closedCard(desk, typed),
      writes: [kept],
    });
  const isBehind = carried(event, 'version') !== String(brief.version);
  const refusal = isBehind
    ? '没有保存：刚才有人改过这份草稿。您填的还在下面，再按一次就以您的为准。'
    : faultOf(typed);
  if (refusal !== undefined)
    return pressed(event, {
      toast: warning('没有保存，见卡片上的红字'),
      card: formCard(desk, { typed, refusal, ...(isBehind && { other: brief }) }),
      writes: [kept],
    });
  const after = { ...desk, brief: { ...brief, ...typed, version: brief.version + 1 } };
  const isPreview = carried(event, 'action') === 'brief-preview';
  return pressed(event, {
    toast: isPreview ? info('还没有发布，请核对') : success('草稿已保存'),
    card: isPreview ? previewCard(after) : formCard(after),
    writes: [kept, ...changeBrief(deps.db, brief, typed)],
  });
}

function typedIn({ form }: ClickEvent, { scored }: BriefRow): Typed {
  const chosen = fieldOf(form, 'scored');
  return {
    title: fieldOf(form, 'title').replace(/\s+/g, ' '),
    body: fieldOf(form, 'body'),
    scored: chosen === '' ? scored : chosen === '1' ? 1 : 0,
  };
}

/** 发布: once. Whoever comes second is told, and sees what was published. */
async function publish(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskAt(deps, event, '发布工作动态');
  const { brief } = desk;
  if (brief.status === 'published')
    return pressed(event, {
      toast: info(`已经发布过（${briefName(brief)}），没有重复发布`),
      card: publishedCard(desk),
    });
  if (brief.status !== 'draft')
    return pressed(event, { toast: warning('没有发布，这一篇已撤回或删除'), card: closedCard(desk) });
  if (carried(event, 'version') !== String(brief.version))
    return pressed(event, {
      toast: warning('没有发布：预览以后有改动，请再看一遍'),
      card: previewCard(desk),
    });
  const done = await publication(desk);
  return pressed(event, {
    toast: success(`已发布：${briefName(done.desk.brief)}`),
    card: publishedCard(done.desk, done.isTold ? {} : { says: NOBODY }),
    messages: done.messages,
    writes: done.writes,
  });
}

async function drop(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskAt(deps, event, '删除草稿');
  const { act, brief } = desk;
  if (brief.status !== 'draft')
    return pressed(event, { toast: info('已经不是草稿，没有删除'), card: closedCard(desk) });
  if (carried(event, 'version') !== String(brief.version))
    return pressed(event, { toast: warning('没有删除：刚才有人改过，请再看一遍'), card: previewCard(desk) });
  return pressed(event, {
    toast: success('草稿已删除'),
    card: closedCard({ ...desk, brief: { ...brief, status: 'dropped' } }),
    writes: [
      ...changeBrief(deps.db, brief, { status: 'dropped' }),
      audit(act, 'drop-brief', { subject: `brief:${brief.id}` }),
    ],
  });
}

async function withdraw(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskAt(deps, event, '撤回工作动态');
  if (desk.brief.status !== 'published')
    return pressed(event, { toast: info('已经撤回过'), card: closedCard(desk) });
  const because = fieldOf(event.form, 'because').slice(0, LONGEST_BECAUSE);
  if (because === '') throw new UserError('没有撤回：请写上理由，会告知单位。');
  const done = await withdrawal(desk, because);
  return pressed(event, {
    toast: success(desk.brief.scored === 1 ? '已撤回，加分已取消' : '已撤回'),
    card: closedCard(done.desk),
    messages: done.messages,
    writes: done.writes,
  });
}

/** What is no draft any more, with what somebody typed for it too late. */
function closedCard(desk: BriefDesk, typed?: Typed) {
  if (desk.brief.status === 'dropped')
    return saysCard('草稿已删除', ['这一项可以重新选用，发“/通报 动态 单位名”。'], 'grey');
  const late = typed && { typed, says: '没有保存：这一篇已经发布或撤回。要改请先撤回，再重新选用。' };
  return publishedCard(desk, late);
}

/** 看全文: for everybody, to himself alone; the office sees 撤回 with it. */
async function show(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const desk = await briefDesk(act, carried(event, 'brief'));
  if (briefName(desk.brief) === undefined) throw new UserError('这一篇还没有发布。');
  const shown = act.rights.isOffice ? publishedCard(desk) : briefCard(desk);
  return {
    toast: info('已发到单聊'),
    messages: [
      {
        key: `brief-show:${event.eventId}`,
        to: { person: event.operator },
        body: { type: 'card', card: shown },
      },
    ],
    writes: [],
  };
}

async function turnList(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const drafts = act.rights.isOffice ? await draftBriefs(deps.db) : [];
  const shown = listCard([...drafts, ...(await publishedBriefs(deps.db))], {
    nameOf: (unit) => unitNameOf(act, unit),
    page: Math.trunc(Number(carried(event, 'page')) || 0),
    canTurn: true,
    isOffice: act.rights.isOffice,
    title: '工作动态',
  });
  return pressed(event, { toast: info('已翻页'), card: shown });
}
