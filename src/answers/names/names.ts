import type { Lexicon } from '../../notice/lexicon.ts';
import type { NoticeModel, Person, Unit } from '../../notice/types.ts';
import { fold } from '../characters/fold.ts';
import { isGapped } from '../characters/gapped.ts';
import { type Entity, entityKey, type How } from './entities.ts';
import { addressesOf, dropPlace, postsIn } from './posts.ts';

/** One spelling and what it may stand for. */
export interface Name {
  surface: string;
  entities: Entity[];
  how: How;
}

/** Collects names; the same spelling of the same rank may stand for several things. */
class NameTable {
  readonly names = new Map<string, Name>();

  add(spelling: string, entity: Entity, how: How): void {
    const surface = isGapped(spelling) ? spelling : fold(spelling).replaceAll(' ', '');
    if (surface.length < 2) return;
    const known = this.names.get(surface);
    if (!known || RANK[how] < RANK[known.how]) {
      this.names.set(surface, { surface, entities: [entity], how });
    } else if (
      RANK[how] === RANK[known.how] &&
      !known.entities.some((e) => entityKey(e) === entityKey(entity))
    ) {
      known.entities.push(entity);
    }
  }
}

const RANK: Record<How, number> = {
  name: 0,
  number: 0,
  spoken: 1,
  post: 2,
  title: 2,
  piece: 3,
  typo: 3,
  hint: 4,
};

/** Every spelling under which the notice and its lexicon know something. */
export function collectNames(model: NoticeModel, lexicon: Lexicon): Name[] {
  const table = new NameTable();
  addUnits(table, model, lexicon);
  addPeople(table, model, lexicon);
  addGroups(table, model, lexicon);
  addBodies(table, model, lexicon);
  addPlans(table, model);
  addHeadings(table, model);
  for (const clause of lexicon.clauses) {
    for (const say of clause.say) table.add(say, { kind: 'clause', location: clause.at }, 'spoken');
  }
  for (const name of lexicon.elsewhere) table.add(name, { kind: 'elsewhere', name }, 'spoken');
  addCirclesElsewhere(table, lexicon);
  return [...table.names.values()];
}

function addUnits(table: NameTable, model: NoticeModel, lexicon: Lexicon): void {
  const byName = new Map(model.units.map((unit) => [unit.name, unit]));
  for (const unit of model.units) {
    for (const spelling of unitSpellings(unit, model.document.placeNames)) {
      table.add(spelling, { kind: 'unit', id: unit.id }, 'name');
    }
    for (const alias of unit.aliases) table.add(alias, { kind: 'unit', id: unit.id }, 'spoken');
  }
  for (const words of lexicon.units) {
    const unit = byName.get(words.unit);
    if (!unit) continue;
    for (const say of [...words.say, ...circlesOf(words)])
      table.add(say, { kind: 'unit', id: unit.id }, 'spoken');
    for (const hint of words.hint) table.add(hint, { kind: 'unit', id: unit.id }, 'hint');
  }
}

/** `某事口`, `某事那边`, `某事系统`: what people call a unit and all that belongs to it. */
function circlesOf({ unit, say, hint }: Lexicon['units'][number]): string[] {
  const stems = [...say, ...hint, unit.replace(/(?:分局|[局委])$/, '')].filter((word) =>
    /^.[^局委办]$/.test(word),
  );
  return stems.flatMap((stem) => ['口', '那边', '系统', '条线', '部门'].map((circle) => `${stem}${circle}`));
}

/** The same of units elsewhere (`某事那边` of 某事局), where nothing of the notice is called by that word. */
function addCirclesElsewhere(table: NameTable, { elsewhere }: Lexicon): void {
  const known = [...table.names.values()].filter(({ entities }) => entities[0]?.kind !== 'elsewhere');
  for (const name of elsewhere) {
    const stem = name.match(/^(.{2,3})(?:管理)?[局办]$/)?.[1];
    if (stem === undefined || known.some(({ surface }) => surface.includes(stem))) continue;
    for (const circle of ['口', '那边', '那头', '系统', '条线', '部门', '局那边'])
      table.add(`${stem}${circle}`, { kind: 'elsewhere', name }, 'spoken');
  }
}

/** Spellings of the notice with the usual liberties: without the place, 和/与 dropped, 分局 as 局, 委员会 as 委. */
function unitSpellings(unit: Unit, placeNames: readonly string[]): string[] {
  const all = new Set<string>();
  for (const spelling of [unit.name, ...unit.spellings.map((s) => s.text)]) {
    const bare = dropPlace(fold(spelling), placeNames);
    for (const form of [
      bare,
      bare.replace(/[和与]/g, ''),
      bare.replace(/分局$/, '局'),
      bare.replace(/委员会$/, '委'),
    ]) {
      all.add(form);
    }
    if (/委$/.test(bare)) all.add(`${bare}员会`);
    if (/^工委./.test(bare)) all.add(bare.slice(2));
  }
  return [...all];
}

function addPeople(table: NameTable, model: NoticeModel, lexicon: Lexicon): void {
  const places = model.document.placeNames;
  const orgNames = orgAliases(model, lexicon);
  for (const person of model.people) {
    const entity: Entity = { kind: 'person', id: person.id };
    table.add(person.name, entity, 'name');
    for (const say of addressesOf(person, places)) table.add(say, entity, 'title');
    for (const surface of postSurfaces(person, places, orgNames)) table.add(surface, entity, 'post');
    for (const title of person.titles) {
      for (const { role } of postsIn(title.text, places))
        if (role.length > 3) {
          table.add(role, entity, 'post');
          table.add(role.replace(/^[一二三四]级/, ''), entity, 'post');
        }
    }
  }
  const byName = new Map(model.people.map((person) => [person.name, person]));
  for (const words of lexicon.people) {
    const person = byName.get(words.person);
    if (!person) continue;
    const entity: Entity = { kind: 'person', id: person.id };
    for (const say of words.say) table.add(say, entity, 'spoken');
    for (const hint of words.hint) table.add(hint, entity, 'hint');
  }
}

function orgAliases(model: NoticeModel, lexicon: Lexicon): Map<string, string[]> {
  const said = new Map<string, string[]>();
  for (const words of lexicon.units) said.set(words.unit, words.say);
  const map = new Map<string, string[]>();
  for (const unit of model.units) {
    const spellings = unitSpellings(unit, model.document.placeNames);
    const all = [...spellings, ...unit.aliases, ...(said.get(unit.name) ?? [])];
    for (const spelling of spellings) map.set(spelling, all);
  }
  return map;
}

/** Offices of those who head a body. */
const HEADS = /^(?:书记|主任|部长|局长)$/;

function postSurfaces(person: Person, places: readonly string[], orgs: Map<string, string[]>): string[] {
  const surfaces: string[] = [];
  for (const title of person.titles) {
    for (const post of postsIn(title.text, places)) {
      const names = orgs.get(post.org) ?? [post.org];
      for (const org of names) {
        surfaces.push(`${org}${post.role}`, `${org}的${post.role}`);
        const role = post.role;
        if (HEADS.test(role)) surfaces.push(`${org}一把手`, `${org}的一把手`);
        if (/^副?[部局]长$/.test(role) && org.endsWith(role.replace(/^副?(.)长$/, '$1'))) {
          surfaces.push(`${org.slice(0, -1)}${role}`);
        }
      }
    }
  }
  return surfaces.filter((surface) => surface.length > 3);
}

function addGroups(table: NameTable, model: NoticeModel, lexicon: Lexicon): void {
  for (const group of model.groups) {
    const entity: Entity = { kind: 'group', no: group.no };
    table.add(group.name, entity, 'name');
    table.add(group.field, entity, 'name');
    for (const item of group.subLeads) {
      table.add(item.item, { kind: 'subLead', group: group.no, no: item.no }, 'name');
    }
  }
  for (const assignment of model.assignments) {
    for (const item of assignment.items) {
      const [no] = item.groups;
      if (item.groups.length === 1 && no !== undefined) table.add(item.text, { kind: 'group', no }, 'name');
    }
  }
  for (const words of lexicon.groups) {
    const entity: Entity = { kind: 'group', no: words.no };
    for (const say of words.say) {
      table.add(say, entity, 'spoken');
      if (!say.endsWith('组')) table.add(`${say}组`, entity, 'spoken');
    }
    for (const hint of words.hint) table.add(hint, { kind: 'group', no: words.no }, 'hint');
  }
  for (const words of lexicon.subLeads) {
    const entity: Entity = { kind: 'subLead', group: words.group, no: words.no };
    for (const say of words.say) table.add(say, entity, 'spoken');
    for (const hint of words.hint) table.add(hint, entity, 'hint');
  }
}

function addBodies(table: NameTable, model: NoticeModel, lexicon: Lexicon): void {
  const said = new Map(lexicon.bodies.map((words) => [words.body, words.say]));
  model.bodies.forEach((body, index) => {
    const entity: Entity = { kind: 'body', index };
    for (const name of [body.name, ...body.aliases, ...(said.get(body.name) ?? [])]) {
      table.add(name, entity, 'name');
      if (!body.office) continue;
      table.add(`${name}办公室`, { kind: 'office', index }, 'name');
      table.add(`${name}的办公室`, { kind: 'office', index }, 'name');
    }
    if (body.office) table.add(body.office.name, { kind: 'office', index }, 'name');
  });
}

/** Headings name their clauses (`责任追究制度`); those of groups and bodies are names of these already. */
function addHeadings(table: NameTable, model: NoticeModel): void {
  const groups = new Set(model.groups.map((group) => group.location));
  for (const clause of model.clauses) {
    if (!clause.heading || groups.has(clause.location)) continue;
    const entity: Entity = { kind: 'clause', location: clause.location };
    table.add(clause.heading, entity, 'spoken');
    const [first = ''] = clause.heading.split(/[及和、，]/);
    if (first.length > 3 && first !== clause.heading) table.add(first, entity, 'spoken');
  }
}

/** A named plan (`…专项行动方案`) stands for the measures that carry it out. */
function addPlans(table: NameTable, model: NoticeModel): void {
  for (const measure of model.measures) {
    if (!measure.plan) continue;
    const entity: Entity = { kind: 'measure', no: measure.no };
    table.add(measure.plan, entity, 'name');
    table.add(measure.plan.replace(/^[^市县区]{2,4}[市县区]/, ''), entity, 'name');
  }
}
