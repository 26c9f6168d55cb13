import { z } from 'zod';

/**
 * The shape of a stored notice (通知). Everything the bot says about a notice comes from one value of this
 * shape; the code knows no name, unit or number of any particular notice.
 *
 * Every `quote`, `text`, `duty`, `objectives` and title is verbatim: it stands, letter by letter and after white
 * space and markdown marks are dropped, in the source text at its `location`.
 */

/** A place in the notice, in the fixed spelling of design §4: `三、7`, `附件1·14`, `四（四）`. */
export const Location = z.string().min(1);

/** 文件: what the document says about itself. `date` is a day in Asia/Shanghai. */
export const DocumentFacts = z.object({
  title: z.string(),
  /** 文号 */
  number: z.string(),
  date: z.iso.date(),
  /** 发文单位, in the order of the head. */
  issuers: z.array(z.string()).min(1),
  /** The head line of the paper (`…文件`). */
  letterhead: z.string(),
  /** 主送 */
  addressees: z.array(z.string()),
  /** What the district calls itself in the notice (`区`, `新区`, …): dropped or added freely in names. */
  placeNames: z.array(z.string()),
  attachments: z.array(z.object({ no: z.number().int(), title: z.string(), location: Location })),
  /** Papers of others that the notice names as its basis or as the plan to follow (`某办〔2021〕8号`). */
  references: z.array(
    z.object({
      title: z.string(),
      number: z.string().optional(),
      location: Location,
      quote: z.string(),
      role: z.enum(['basis', 'plan', 'guide', 'mention']),
    }),
  ),
});

/** 条款: one addressable piece of text, whole. Pieces nest by `parent`. */
export const Clause = z.object({
  location: Location,
  parent: Location.optional(),
  /** Its heading without numbering, where it has one. */
  heading: z.string().optional(),
  /** Its own text, verbatim, paragraphs joined with a newline; without the text of its children. */
  text: z.string(),
  status: z.enum(['whole', 'cut', 'missing']),
  /** For cut and missing pieces: what is not there, in a Chinese sentence. */
  note: z.string().optional(),
});

/** 人: somebody the notice names. */
export const Person = z.object({
  id: z.string(),
  name: z.string(),
  /** Offices as written (`区某委书记、某会主任`), each with its place. */
  titles: z.array(z.object({ text: z.string(), location: Location })),
  /** Roles given by this notice (`组长`, `副组长`, `办公室主任`…), with the body they are in. */
  roles: z.array(z.object({ role: z.string(), body: z.string(), location: Location })),
});

/** 单位: one body under one canonical name. */
export const Unit = z.object({
  id: z.string(),
  /** Canonical name, without the district's prefix. */
  name: z.string(),
  /** Every spelling that the notice uses, with the places it is used in. */
  spellings: z.array(z.object({ text: z.string(), locations: z.array(Location).min(1) })).min(1),
  /** What people say (`某委`, `某局`): never found in the notice itself. */
  aliases: z.array(z.string()),
  isMember: z.boolean(),
});

/** 领导小组 and other bodies that the notice sets up. */
export const Body = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  /** Person ids, as in `office`. */
  head: z.string(),
  deputies: z.array(z.string()),
  /** Unit ids in the order of the notice; empty where members are not units. */
  memberUnits: z.array(z.string()),
  /** Members in words, where the notice lists no units. */
  membersText: z.string().optional(),
  duty: z.string().optional(),
  location: Location,
  office: z
    .object({
      name: z.string(),
      /** Id of the unit that it is set up in. */
      seat: z.string().optional(),
      head: z.string(),
      deputies: z.array(z.string()),
      location: Location,
    })
    .optional(),
});

/** 分包: what one leader is in charge of (`二`). */
export const Assignment = z.object({
  /** Person id. */
  leader: z.string(),
  /** Fields as written, each tied to the task groups of the same matter. */
  items: z.array(z.object({ text: z.string(), groups: z.array(z.number().int()) })),
  /** The number the notice states (`等 3 项核心指标`). */
  statedCount: z.number().int().optional(),
  location: Location,
  quote: z.string(),
});

/** 专项工作小组 */
export const TaskGroup = z.object({
  no: z.number().int(),
  /** Full name as written (`某事专项工作小组`). */
  name: z.string(),
  /** The matter alone (`某事`). */
  field: z.string(),
  /** Person id. */
  leader: z.string(),
  leaderLabel: z.string(),
  leadLabel: z.string(),
  leadUnits: z.array(z.string()),
  subLeads: z.array(z.object({ no: z.number().int(), item: z.string(), unit: z.string() })),
  responsibleUnits: z.array(z.string()),
  /** Verbatim list, for members that are no single unit (`各相关单位`, `…联席会议成员单位`). */
  responsibleText: z.string(),
  /** Listed bodies that are not single units. */
  collectives: z.array(z.string()),
  /** The list ends in 等相关单位, or is 各相关单位. */
  openEnded: z.boolean(),
  /** 责任分工, verbatim. */
  duty: z.string(),
  location: Location,
});

/** A part of the annex's measures with its objectives. */
export const MeasurePart = z.object({
  no: z.number().int(),
  heading: z.string(),
  /** 主要目标, verbatim. */
  objectives: z.string(),
  location: Location,
});

/** 措施 */
export const Measure = z.object({
  no: z.number().int(),
  part: z.number().int(),
  /** The named plan to carry out (`某市某事提升专项行动方案`). */
  plan: z.string().optional(),
  /** The measure's headline: the clause after the plan, up to the first full stop. */
  headline: z.string().optional(),
  /** Verbatim, with its closing bracket; empty when missing. */
  text: z.string(),
  leadUnits: z.array(z.string()),
  /** 配合: listed after the lead (`…按职责分工负责`). */
  supportingUnits: z.array(z.string()),
  /** Named where the notice has no lead, only `…负责`. */
  responsibleUnits: z.array(z.string()),
  collectives: z.array(z.string()),
  openEnded: z.boolean(),
  status: z.enum(['whole', 'cut', 'missing']),
  /** Task groups of the same matter. */
  groups: z.array(z.number().int()),
  /** Where that task group has sub-items with leads of their own: the one this measure serves. */
  subItem: z.number().int().optional(),
  location: Location,
});

/** How a reported value is held against the target. `reduce`/`raise` = by so many percent. */
export const COMPARATORS = ['<=', '<', '>=', '>', '=', 'reduce', 'raise', 'about', 'qualitative'] as const;

/** 指标: one numeric (or plainly stated) target. */
export const Indicator = z.object({
  id: z.string(),
  /** What is measured, short and complete by itself (`甲户、乙户办某事时间`). */
  what: z.string(),
  comparator: z.enum(COMPARATORS),
  /** Absent only for `qualitative`. */
  value: z.number().optional(),
  /** The upper end where the notice gives a range (`6—10个`); `value` is the lower one. */
  upTo: z.number().optional(),
  /** `%`, `个工作日`, `天`, `项`, `微克/立方米`, … */
  unit: z.string(),
  /** A day in Asia/Shanghai, or absent where the notice gives none. */
  deadline: z.iso.date().optional(),
  /** The deadline or the base in the notice's words (`2021年底前`, `比2017年`). */
  deadlineText: z.string().optional(),
  baseline: z.string().optional(),
  location: Location,
  quote: z.string(),
  /** Task groups and measures of the same matter. It binds a measure's owner only where `location` is that measure. */
  groups: z.array(z.number().int()),
  measures: z.array(z.number().int()),
});

/** A page or part that the source lacks. */
export const Gap = z.object({ location: Location, what: z.string() });

export const NoticeModel = z.object({
  id: z.string(),
  document: DocumentFacts,
  clauses: z.array(Clause).min(1),
  people: z.array(Person),
  units: z.array(Unit),
  /** The leading group first. */
  bodies: z.array(Body).min(1),
  assignments: z.array(Assignment),
  groups: z.array(TaskGroup),
  parts: z.array(MeasurePart),
  measures: z.array(Measure),
  indicators: z.array(Indicator),
  gaps: z.array(Gap),
});

export type NoticeModel = z.infer<typeof NoticeModel>;
export type DocumentFacts = z.infer<typeof DocumentFacts>;
export type Clause = z.infer<typeof Clause>;
export type Person = z.infer<typeof Person>;
export type Unit = z.infer<typeof Unit>;
export type Body = z.infer<typeof Body>;
export type Assignment = z.infer<typeof Assignment>;
export type TaskGroup = z.infer<typeof TaskGroup>;
export type MeasurePart = z.infer<typeof MeasurePart>;
export type Measure = z.infer<typeof Measure>;
export type Indicator = z.infer<typeof Indicator>;
export type Gap = z.infer<typeof Gap>;
