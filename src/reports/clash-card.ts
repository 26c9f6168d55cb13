import type { ClashRow } from '../../db/queries/drafts.ts';
import type { ItemSheet } from '../../db/queries/reports.ts';
import {
  button,
  buttonRow,
  type Card,
  card,
  divider,
  type Element,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { reportHeader, reportValue } from './card-parts.ts';
import { type Content, contentOf, type FieldName, fieldIn } from './content.ts';
import type { Desk } from './desk.ts';
import { pagesOf } from './paging.ts';
import { readContent } from './revision.ts';
import { COORDINATE, fieldName } from './texts.ts';

/** The fields of a clash that still wait for a choice. */
export function openFieldsOf(clash: ClashRow): FieldName[] {
  return JSON.parse(clash.open_fields) as FieldName[];
}

/** Two hands wrote the same fields: both texts, one choice a field. What does not fit comes after the first choices. */
export function clashCard(desk: Desk, item: ItemSheet, clash: ClashRow): Card {
  const mine = readContent(clash.content);
  const theirs = contentOf(item);
  const by = item.updated_by;
  const who = by === null || by === desk.act.sender ? '现在草稿里的' : `${desk.labels(by)} 填的`;
  const blocks = openFieldsOf(clash).map((field) =>
    fieldBlock(desk, { item, clash, field, mine, theirs, who }),
  );
  return card({
    summary: '两人同时修改，请选定',
    header: reportHeader(desk, `${desk.periodName} · 两人同时修改`, 'orange'),
    elements: [
      markdown(`**${escapeMarkdown(item.title)}**`),
      text('您填写的时候，这一项被改过了。两份内容都在，请逐栏选用哪一份；没选的不会丢。'),
      ...(pagesOf(blocks)[0] ?? []),
    ],
  });
}

interface Choice {
  item: ItemSheet;
  clash: ClashRow;
  field: FieldName;
  mine: Content;
  theirs: Content;
  who: string;
}

function fieldBlock(desk: Desk, { item, clash, field, mine, theirs, who }: Choice): Element[] {
  const of = (label: string, take: 'mine' | 'theirs') =>
    button({ label, value: reportValue(desk, 'report-choose', { clash: clash.id, field, take }) });
  return [
    divider(),
    markdown(`**${escapeMarkdown(fieldName(field, item.values))}**`),
    markdown('**您填的**'),
    text(shown(fieldIn(mine, field))),
    markdown(`**${who}**`),
    text(shown(fieldIn(theirs, field))),
    buttonRow([of('用我的', 'mine'), of('用对方的', 'theirs')]),
  ];
}

function shown(value: string | boolean): string {
  if (typeof value === 'boolean') return value ? COORDINATE : `不${COORDINATE}`;
  return value === '' ? '（空）' : value;
}
