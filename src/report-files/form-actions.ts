import type { Write } from '../../db/database.ts';
import { keepClash } from '../../db/queries/drafts.ts';
import { decideForm, formById, keepForm, type FormRow as StoredForm } from '../../db/queries/evidence.ts';
import { storeFile } from '../../db/queries/files.ts';
import { changeReport } from '../../db/queries/reports.ts';
import type { AttachmentMessage } from '../attachments.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Sheet } from '../files/sheet.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import {
  type Asked,
  answeredPrivately,
  audit,
  carried,
  pressed,
  privatePlace,
  type ReportAct,
  saysCard,
  success,
  warning,
} from '../reports/act.ts';
import { type Desk, ownDesk } from '../reports/desk.ts';
import { itemSaved } from '../reports/fill.ts';
import { closedFor, deskOf } from '../reports/fill-actions.ts';
import { homeCard } from '../reports/home-card.ts';
import { ownDesks } from '../reports/own.ts';
import { formFile, formName } from './form.ts';
import { formDoneCard, formPreviewCard } from './form-card.ts';
import { type FormChange, type FormPlan, formChanges } from './form-plan.ts';
import { formIdentity, readForm } from './form-read.ts';

const MOST_FORMS = 6;

/** `/报送 模板`: the form of each of one's open reports. @throws UserError */
export async function templateOutcome(act: ReportAct, asked: Asked): Promise<Outcome> {
  const desks = (await ownDesks(act)).slice(0, MOST_FORMS);
  if (desks.length === 0)
    throw new UserError('现在没有要您填报的内容，取不到报送表。发“/报送”可以看到下一次什么时候开始。');
  const { deps } = act;
  const answer = answeredPrivately(asked, howToCard(desks), { goesOn: true });
  const files = await Promise.all(
    desks.map(async (desk, index) => ({
      id: `form:${act.key}:${index}`,
      name: formName(desk),
      content: await formFile(desk),
    })),
  );
  return {
    messages: [
      ...answer.messages,
      ...files.map(
        ({ id }): OutboundMessage => ({
          key: id,
          to: privatePlace(asked),
          body: { type: 'file', fileId: id },
        }),
      ),
    ],
    writes: files.flatMap((file) => storeFile(deps.db, { ...file, now: act.now })),
  };
}

function howToCard(desks: readonly Desk[]) {
  return saysCard('报送表', [
    `下面是${desks.length}张报送表，可以转给几位同事分头填**黄色的格子**。`,
    '填好后在这里（与我的单聊）发回来：我先列出会改什么、哪一格有问题，您点“确认写入”才写进草稿。几份表可以先后发，没动过的格子不会盖掉别人填的。',
  ]);
}

/** A form that came back: what it would change, by cell what is wrong. @throws UserError that says what to do */
export async function formOutcome(
  act: ReportAct,
  event: AttachmentMessage,
  sheets: readonly Sheet[],
): Promise<Outcome> {
  const key = formIdentity(sheets);
  if (key === undefined)
    throw new UserError(
      '这个表格里没有“表格编号”，不知道是哪个单位哪一期的，没有收下。填报请发“/报送 模板”取表；如果它是佐证材料，请去掉文件名里的“报送表”再发。',
    );
  if (act.deps.notice.unit(key.unit) === undefined)
    throw new UserError('表格编号里的单位不认识，可能被改动过。请发“/报送 模板”重新取表。');
  const desk = await ownDesk(act, key);
  const closed = closedFor(desk);
  if (closed !== undefined)
    throw new UserError(`这是${desk.unitName}${desk.periodName}的报送表。${closed}表里的内容没有写入。`);
  const plan = readForm(sheets, desk.sheet.items);
  if (plan.rows.length === 0 && plan.faults.length === 0)
    throw new UserError('表格里没有读到可以填的行。请不要改动表头和编号；发“/报送 模板”可以重新取表。');
  const changes = await formChanges(desk, plan);
  return {
    messages: [
      {
        key: `answer:${act.key}`,
        to: { replyTo: event.messageId, chat: event.chatId },
        body: { type: 'card', card: formPreviewCard(desk, { id: act.key, plan, changes }) },
      },
    ],
    writes: [
      keepForm(act.deps.db, {
        id: act.key,
        ...key,
        open_id: act.sender,
        plan: JSON.stringify(plan),
        made_at: act.now,
      }),
      audit(act, 'form-preview', {
        subject: subjectOf(desk),
        detail: `${changes.length} changes, ${plan.faults.length} faults`,
      }),
    ],
  };
}

/** 确认写入: what the form says goes into the draft as it is now; what another changed meanwhile is kept beside it. */
export async function applyForm(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOf(deps, event);
  const form = await waiting(deps, event, desk);
  const closed = closedFor(desk);
  if (closed !== undefined)
    return pressed(event, { toast: warning(`没有写入：${closed}`), card: homeCard(desk) });
  const changes = await formChanges(desk, JSON.parse(form.plan) as FormPlan);
  const written = changes.filter((change) => change.content !== undefined);
  const clashing = changes.filter((change) => change.clashes.length > 0);
  const says = [
    `已写入草稿${written.length}项，还没有提交。`,
    ...(clashing.length > 0
      ? [`有${clashing.length}项别人刚改过，两份内容都留着：点“继续填报”进入该项选定。`]
      : []),
  ];
  return pressed(event, {
    toast: success(`已写入${written.length}项`),
    card: formDoneCard(desk, says),
    writes: [
      ...decideForm(deps.db, form.id, { status: 'applied', now: desk.act.now }),
      ...applied(desk, changes),
    ],
  });
}

function applied(desk: Desk, changes: readonly FormChange[]): Write[] {
  const { act, key, sheet } = desk;
  if (changes.length === 0) return [];
  return [
    ...changes.flatMap(({ item, content }) => (content === undefined ? [] : itemSaved(desk, item, content))),
    ...changes
      .filter(({ clashes }) => clashes.length > 0)
      .map(({ item, mine, base, clashes }) =>
        keepClash(act.deps.db, {
          id: `${act.key}:${item.item}`,
          ...key,
          item: item.item,
          base_version: base,
          content: JSON.stringify(mine),
          open_fields: JSON.stringify(clashes),
          by: act.sender,
          at: act.now,
        }),
      ),
    ...changeReport(act.deps.db, sheet.report, {
      status: sheet.report.status === 'none' ? 'draft' : sheet.report.status,
      carried: 0,
    }),
    audit(act, 'form-apply', {
      subject: subjectOf(desk),
      detail: changes.map(({ item }) => item.item).join(' '),
    }),
  ];
}

/** 放弃: the draft stays as it is. */
export async function dropForm(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOf(deps, event);
  const form = await waiting(deps, event, desk);
  return pressed(event, {
    toast: success('已放弃，草稿没有变'),
    card: formDoneCard(desk, ['已放弃这份报送表，草稿没有变。文件还在上面，需要时可以再发一次。']),
    writes: [
      ...decideForm(deps.db, form.id, { status: 'dropped', now: desk.act.now }),
      audit(desk.act, 'form-drop', { subject: subjectOf(desk) }),
    ],
  });
}

async function waiting(deps: Deps, event: ClickEvent, desk: Desk): Promise<StoredForm> {
  const form = await formById(deps.db, carried(event, 'id'));
  if (form === undefined || form.unit !== desk.key.unit || form.period !== desk.key.period)
    throw new UserError('找不到这份报送表了，请重新发送文件。');
  if (form.status !== 'previewed')
    throw new UserError(`这份报送表已经${form.status === 'applied' ? '写入' : '放弃'}过了，不用再点。`);
  return form;
}

const subjectOf = ({ key }: Desk) => `report:${key.period}:${key.unit}`;
