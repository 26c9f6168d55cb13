import type { NoticeModel } from '../src/notice/types.ts';

const HAN = /[\u4e00-\u9fff]/g;
const FIRST = 0x4e00;
const SPAN = 0x9fff - FIRST + 1;

/**
 * A notice so many times as large: copies whose groups, measures, units, people and clauses have other names and
 * say other things. Every copy shifts its Chinese characters by its own distance, so that names and wording differ
 * between the copies as those of another notice would.
 */
export function enlarge(model: NoticeModel, times: number): NoticeModel {
  const large = structuredClone(model);
  for (let copy = 1; copy < times; copy++) append(large, model, copy);
  return large;
}

function append(large: NoticeModel, model: NoticeModel, copy: number): void {
  const say = (text: string) =>
    text.replace(HAN, (char) =>
      String.fromCharCode(FIRST + ((char.charCodeAt(0) - FIRST + copy * 97) % SPAN)),
    );
  const id = (of: string) => `${of}-${copy}`;
  const place = (location: string) => `${location}#${copy}`;
  const groupNo = (no: number) => no + copy * 1000;
  large.units.push(
    ...model.units.map((u) => ({
      ...u,
      id: id(u.id),
      name: say(u.name),
      aliases: u.aliases.map(say),
      spellings: u.spellings.map((s) => ({ text: say(s.text), locations: s.locations.map(place) })),
    })),
  );
  large.people.push(
    ...model.people.map((p) => ({ ...p, id: id(p.id), name: say(p.name), titles: [], roles: [] })),
  );
  large.groups.push(
    ...model.groups.map((g) => ({
      ...g,
      no: groupNo(g.no),
      name: say(g.name),
      field: say(g.field),
      leader: id(g.leader),
      leadUnits: g.leadUnits.map(id),
      responsibleUnits: g.responsibleUnits.map(id),
      subLeads: g.subLeads.map((s) => ({ ...s, item: say(s.item), unit: id(s.unit) })),
      duty: say(g.duty),
      location: place(g.location),
    })),
  );
  large.measures.push(
    ...model.measures.map((m) => ({
      ...m,
      no: groupNo(m.no),
      text: say(m.text),
      leadUnits: m.leadUnits.map(id),
      supportingUnits: m.supportingUnits.map(id),
      responsibleUnits: m.responsibleUnits.map(id),
      groups: m.groups.map(groupNo),
      location: place(m.location),
    })),
  );
  large.indicators.push(
    ...model.indicators.map((i) => ({
      ...i,
      id: id(i.id),
      what: say(i.what),
      quote: say(i.quote),
      groups: i.groups.map(groupNo),
      measures: i.measures.map(groupNo),
      location: place(i.location),
    })),
  );
  large.clauses.push(
    ...model.clauses.map(({ parent, heading, ...c }) => ({
      ...c,
      ...(parent !== undefined && { parent: place(parent) }),
      ...(heading !== undefined && { heading: say(heading) }),
      text: say(c.text),
      location: place(c.location),
    })),
  );
}
