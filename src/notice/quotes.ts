import type { NoticeModel } from './types.ts';

/** A piece of a stored notice that must stand in the source, and whose it is. */
export interface Quote {
  /** What it belongs to, for messages (`三、7 的责任分工`). */
  of: string;
  location: string;
  text: string;
}

/** Every verbatim string of a stored notice but the clauses themselves. */
export function quotesOf(model: NoticeModel): Quote[] {
  return [
    ...ofDocument(model),
    ...model.people.flatMap(({ name, titles }) =>
      titles.flatMap(({ text, location }) => [
        { of: name, location, text: name },
        { of: name, location, text },
      ]),
    ),
    ...model.units.flatMap(({ name, spellings }) =>
      spellings.flatMap(({ text, locations }) => locations.map((location) => ({ of: name, location, text }))),
    ),
    ...model.bodies.flatMap(({ name, duty, membersText, location }) =>
      [name, duty, membersText]
        .filter((text) => text !== undefined)
        .map((text) => ({ of: name, location, text })),
    ),
    ...model.assignments.flatMap(({ leader, location, quote, items }) =>
      [quote, ...items.map((item) => item.text)].map((text) => ({ of: `${leader}的分包`, location, text })),
    ),
    ...ofGroups(model),
    ...ofMeasures(model),
    ...model.indicators.map(({ id, location, quote }) => ({ of: `指标${id}`, location, text: quote })),
  ];
}

function ofDocument({ document, clauses }: NoticeModel): Quote[] {
  const { title, number, letterhead, issuers, addressees, attachments, references } = document;
  // A notice begins with its head, whatever that place is called.
  const head = clauses[0]?.location ?? '';
  return [
    ...[title, number, letterhead, ...issuers, ...addressees].map((text) => ({
      of: '文件信息',
      location: head,
      text,
    })),
    ...attachments.map(({ no, title, location }) => ({ of: `附件${no}的标题`, location, text: title })),
    ...references.flatMap(({ title, location, quote }) =>
      [title, quote].map((text) => ({ of: `引用文件《${title}》`, location, text })),
    ),
  ];
}

function ofGroups({ groups }: NoticeModel): Quote[] {
  return groups.flatMap((group) =>
    [
      group.name,
      group.leaderLabel,
      group.leadLabel,
      group.responsibleText,
      group.duty,
      ...group.collectives,
      ...group.subLeads.map((sub) => sub.item),
    ].map((text) => ({ of: `小组${group.no}`, location: group.location, text })),
  );
}

function ofMeasures({ measures, parts }: NoticeModel): Quote[] {
  return [
    ...parts.flatMap(({ no, heading, objectives, location }) =>
      [heading, objectives].map((text) => ({ of: `第${no}部分`, location, text })),
    ),
    ...measures.flatMap(({ no, plan, headline, text, collectives, location }) =>
      [plan, headline, text, ...collectives]
        .filter((piece) => piece !== undefined)
        .map((piece) => ({ of: `措施${no}`, location, text: piece })),
    ),
  ];
}
