import { bareClause, clausesOf } from '../beside/said-clauses.ts';
import { fold } from '../characters/fold.ts';
import { digitize } from '../characters/numerals.ts';
import type { EntityKind, Mention } from '../names/entities.ts';
import type { Linker } from '../names/link.ts';

/**
 * People set the name apart from what they ask of it: before it (`某组呢，谁牵头`, `对某局来说，…`) or behind it, as it comes to
 * mind (`谁牵头，我说的是某组`, `哪几个组（某局）`). Here it is brought back to where it belongs, before anything is understood.
 */

/** What may ask, or says what is asked of a name. */
const ASKS =
  /谁|哪|什么|啥|几|多少|多[久长大高]|怎|咋|如何|何时|吗|呢|[不没吧][?？]?$|是不是|有没有|在不在|算不算|对不|牵头?|分包|责任单位|配合|职责|分工|组|领导|报一下|列一下|全[名称]|名[字单]|电话|手机/;
/** Takes back what was said before: nothing is asked there. */
const TAKES_BACK = /错|不是|不对|没说清|算了|等等|换一?个|别的/;
/** Asks for somebody: a name behind it may be the answer that is guessed (`谁牵头，某局？`). */
const ASKS_FOR: Partial<Record<EntityKind, RegExp>> = {
  unit: /(?:谁|哪[个家]?(?:单位|局|部门)?)(?:来)?(?:牵头?|负责|挑头)|(?:牵头|责任|配合)(?:单位|部门|的)(?:是|有)?(?:谁|哪)/,
  person:
    /(?:谁|哪[位个](?:区?领导)?)(?:来)?(?:分?包|分管|管|抓|负责|联系)|(?:领导|分包的|分管的)(?:是)?(?:谁|哪[位个])|(?:是|归)(?:谁|哪位)/,
};

/** Before a name that is set apart. */
const LEADS_IN = new RegExp(
  `^(?:${[
    '(?:我|俺|咱)?(?:们)?(?:这边|这儿)?(?:刚才?|上面|其实|主要|想|要|就)*(?:说|问|指|讲|提|查|打听|关心|看)到?的(?:可|就|只|其实|主要|都)*是',
    '(?:我|俺|咱)(?:就|只)?(?:是(?:说|问|指|想问|要问)|指)',
    '就(?:是|说|问)?|单?说(?:到|起)?|关于|有关|对于?|至于|针对|围绕|论|拿|站在|从|翻到|看到|要说|讲到|提到|谈到|具体到',
  ].join('|')})`,
);
/** Says that the asker means it: nothing else can be guessed from it. */
const MEANS = /[说问指讲提查听心看]到?的.{0,2}是$|是(?:说|问|指|想问|要问)$|[我俺咱]指$/;
/** Behind it. */
const LEADS_ON =
  /(?:(?:的?角度)?来?[说讲看]|的?角度|而言|的话|[呢吧嘛啊哈呀哦了]|(?:这|那)?(?:一)?(?:块儿?|方面|摊子?|个?事儿?|边儿?|头|里|儿)|(?:这|那)(?:一)?(?:个|项|位|家)(?:单位|局|部门|领导|同志|人|组)?|的(?!呢))+$/;

/** What may stand between a name and its end, by what it names. */
const TAILS: Partial<Record<EntityKind, RegExp>> = {
  group: /^的?(?:这|那)?(?:一)?(?:个|块|项)?(?:专项)?(?:工作)?(?:小?组)?$/,
  subLead: /^的?(?:这|那)?(?:一)?个?(?:分项|子项|小项|指标)?$/,
  unit: /^(?:他们|[这那][边家]|单位|那口子|系统)?$/,
  person: /^(?:这|那)?(?:位)?副?(?:主任|书记|部长|局长|区长|委员|领导|同志)?(?:他|那[边儿])?$/,
  measure: /^(?:措施)?$/,
  body: /^$/,
  office: /^$/,
};
/** Has no name, only words for a slot (`我说的是牵头的，不是分包的`), or asks by itself. */
const NO_NAME =
  /牵头|分包|责任|配合|领导|单位|主任|组长|谁|哪|什么|啥|几|多少|吗|不是|[不没]|正文|附件|条|全部|所有/;
const THING = /^[\u4e00-\u9fffA-Za-z0-9.+]{2,10}$/;

/** What stands for the name that is said apart. */
const PRONOUNS: Partial<Record<EntityKind, RegExp>> = {
  group: /^(?:那么?)?(?:它|(?:这|那|该)(?:一)?个?(?:专项)?小?组)/,
  unit: /^(?:那么?)?(?:[它他]们?|(?:这|那|该)(?:一)?(?:家|个?局|个?单位))/,
  person: /^(?:那么?)?(?:[他她]|(?:这|那|该)位(?:领导|同志)?)/,
};
/** Goes on from the name without a pause. */
const GOES_ON = /^(?:的|里|在|中|那|这|都|也|就|还|有|是|要|除)/;

/** Longer messages tell more than one thing. */
const LONGEST = 90;
const LONGEST_APART = 24;

interface Apart {
  /** As said, without the words that set it apart. */
  name: string;
  /** Undefined for a word of the matter that is no name. */
  kind: EntityKind | undefined;
  /** Said to be what is meant. */
  isMeant: boolean;
  /** Words set it apart, not only a pause. */
  isMarked: boolean;
}

/** A message with a name that is set apart at its beginning or end brought back into the question. */
export function withNamesInPlace(raw: string, linker: Linker): string {
  if (raw.length > LONGEST || !/[,，。:：?？!！;；、…—\s(（【]/.test(raw)) return raw;
  return (
    ofAsker(raw, linker) ??
    explained(raw, linker) ??
    fromBehind(raw, linker) ??
    fromBefore(raw, linker) ??
    raw
  );
}

const I_AM =
  /^(?:我|俺|咱)(?:们)?(?:这边|这儿)?(?:是|在)([^,，\s]{2,12}?)(?:(?:那|这)[边儿块]|(?:那|这)?(?:条线|口子?|系统)|口?上(?!班))?(?:上班的?|工作的?|的(?:人|同志|联络员|干部|新人)?|(?<=在[^,，\s]{2,8}))[,，。\s]+(.{3,})$/s;
/** What is told or asked of a unit without naming it. */
const OF_UNIT =
  /^(?:也|还|都|又|就|光|只|总共|一共|拢共|自己|除|在|进|参加|参与|牵|配合|当|算|得|该|挂|列|属|被|管|负责|有|不|没|沾|归|给|出|到底|究竟|主要|现在|目前|今年|这次|这回|安排|分到|排在|能在|挑头|带头|领的|跟着|比)/;
/** Surely said of the unit, whoever else is named. */
const SURELY_OF_UNIT = /^(?:(?:参加|参与|牵头|配合|领|挑头|带头|跟着)的|比)/;
/** What the asker says of his own unit has words of its own. */
const OURS = /(?<![给帮替跟])[我俺咱]|本[局委单部]|自家/;

/** `我是某局的，碰到某局的组…`, `…，跟某局都在的…`: of both units. */
const MEETS = /^能?(?:碰|遇|撞)得?[到上见着]|^[和跟与同][^,，]{2,8}(?:都|一起|一块|共同|碰|同)/;

/** `领导叫报一下咱局…`: who sent him for it. */
const SENT =
  /^(?:[^,，谁哪]{0,4}(?:叫|让|要|喊|催)(?:我|俺)?(?:们)?)?(?:来|去)?(?:报|问|查|看|说|列|核|填|写|点)(?:一?下|清楚)?(?=[我俺咱])/;
const WE_FIRST = /^(?:那么?)?(?:我|俺|咱)(?:们)?(?:这边|这儿|局里?|委里?|部里?|单位|中心|公司)?(?=.{3})/;

/** `我是某局的，牵头哪个组`: asked of his own unit, where nothing else is asked of. */
function ofAsker(raw: string, linker: Linker): string | undefined {
  const [, name = '', said = ''] = raw.match(I_AM) ?? [];
  const asked = said.replace(SENT, '').replace(WE_FIRST, '');
  if (MEETS.test(asked) && OF_UNITS.test(asked) && kindOf(name, linker, true) === 'unit')
    return `${name}${asked}`;
  if (name === '' || OURS.test(asked) || !OF_UNIT.test(asked) || !OF_UNITS.test(asked)) return undefined;
  const isOther =
    !SURELY_OF_UNIT.test(asked) &&
    firmIn(asked, linker).some((m) => m.kind === 'unit' && !/除[了去开]?$/.test(asked.slice(0, m.start)));
  return isOther || kindOf(name, linker, true) !== 'unit' ? undefined : `${name}${asked}`;
}

const OF_UNITS =
  /组|牵头|配合|责任单位|[领帮]的|挑头|打头|带头|搭手|打下手|参[与加]|措施|分包|任务|条|名单|哪|在不在|有份/;

const firmIn = (said: string, linker: Linker): Mention[] =>
  linker.link(digitize(fold(said))).filter(({ how }) => how !== 'hint');

/** What a clause sets apart, where it consists of nothing else. */
function apartIn(clause: string, linker: Linker): Apart | undefined {
  const lead = clause.match(LEADS_IN)?.[0] ?? '';
  const isMeant = MEANS.test(lead);
  const said = clause.slice(lead.length).trim();
  const bare = said.replace(LEADS_ON, '');
  for (const name of new Set([said, bare])) {
    const isMarked = lead !== '' || said !== bare;
    const kind = kindOf(name, linker, isMarked) ?? unitWord(name, linker);
    if (kind) return { name, kind, isMeant, isMarked };
  }
  const isThing = isMeant && THING.test(bare) && !NO_NAME.test(bare);
  return isThing ? { name: bare, kind: undefined, isMeant, isMarked: true } : undefined;
}

/** A bare word for a unit, which names nothing else where it stands by itself. */
const unitWord = (said: string, linker: Linker): EntityKind | undefined =>
  kindOf(said, linker, true) === 'unit' ? 'unit' : undefined;

/** What a stretch names that is a name from end to end, or several of one kind. */
function kindOf(said: string, linker: Linker, hints: boolean): EntityKind | undefined {
  const text = digitize(fold(said));
  const mentions = linker.link(text).filter(({ how }) => hints || how !== 'hint');
  const [first] = mentions;
  const last = mentions.at(-1);
  if (!first || !last || first.start > 0) return undefined;
  const isJoined = mentions.every((m, i) => {
    const next = mentions[i + 1];
    return (
      next === undefined || (next.kind === m.kind && /^组?[和跟与、及]$/.test(text.slice(m.end, next.start)))
    );
  });
  return isJoined && TAILS[last.kind]?.test(text.slice(last.end)) ? last.kind : undefined;
}

const EXPLAINED =
  /^([^,，。?？()（）]{2,20}?[这那](?:一)?个?(?:小?组|块|摊子?|项))[(（]([^()（）?？]{2,24})[)）][,，]?(.{2,})$/s;

/** `管某事那组（某组）谁分包`: the name in brackets says which is meant. */
function explained(raw: string, linker: Linker): string | undefined {
  const [, told = '', name = '', asked = ''] = raw.match(EXPLAINED) ?? [];
  const [, before = '', no, behind = ''] = raw.match(NUMBER_BEHIND) ?? [];
  if (no !== undefined && !ASKS_OF.test(before) && ASKS.test(behind)) return `第${no}条${behind}`;
  const isName = name !== '' && kindOf(name, linker, false) === 'group';
  return isName && !ASKS_OF.test(told) && ASKS.test(asked) ? `${name}${asked}` : undefined;
}

/** `某事监管（18条）谁牵头` */
const NUMBER_BEHIND = /^([^,，。?？()（）]{2,16})[(（]第?(\d{1,3})条[)）][,，]?(.{2,})$/s;

const ASKS_OF = /谁|哪|什么|啥|几|多少|牵头|分包|责任单位/;

const BRACKETED = /^(.{3,}?)[?？。\s]*[(（]([^()（）?？]{2,24})[)）][?？。!！~\s]*$/s;
const LAST =
  /^(.{2,}?[^,，。.;；?？!！、…\s—–-])[,，。.;；?？!！、…\s—–-]+([^,，。?？!！;；…\s—–]{2,24})([?？]?)[。.!！~\s]*$/s;

/** `谁牵头，我说的是某组`, `谁牵头（某组）` */
function fromBehind(raw: string, linker: Linker): string | undefined {
  const inBrackets = raw.match(BRACKETED);
  const [, asked = '', clause = '', mark = ''] = inBrackets ?? raw.match(LAST) ?? [];
  const apart = clause === '' ? undefined : apartIn(clause, linker);
  if (!apart) return undefined;
  const named = firmIn(asked, linker);
  if (apart.isMeant && !TAKES_BACK.test(asked))
    return isNamed(apart, named, linker) ? asked : inPlace(apart, withoutOther(asked, apart, named), linker);
  if (!ASKS.test(asked)) return undefined;
  const asksFor = apart.kind && ASKS_FOR[apart.kind];
  const isGuess = asksFor !== undefined && (mark !== '' || asksFor.test(asked));
  // `某事几天，另一事呢`: the next of several matters.
  const isNext =
    /呢$/.test(clause) && linker.link(digitize(fold(asked))).some(({ kind }) => kind === apart.kind);
  const isOther =
    isNext || named.some((m) => m.kind === apart.kind && !/除[了去开]?$/.test(asked.slice(0, m.start)));
  const isOfHead = named[0]?.start === 0 && asksFor !== undefined;
  return isGuess || isOther || isOfHead ? undefined : inPlace(apart, asked, linker);
}

/** `甲组谁牵头，我说的是乙组`: a slip of the tongue at the head of the question, put right behind it. */
function withoutOther(asked: string, { kind }: Apart, named: readonly Mention[]): string {
  const [head, ...others] = named.filter((m) => m.kind === kind);
  const isSlip = head?.start === 0 && others.length === 0;
  return isSlip ? digitize(fold(asked)).slice(head.end) : asked;
}

/** The very name stands in the question already. */
function isNamed({ name, kind }: Apart, named: readonly Mention[], linker: Linker): boolean {
  const meant = JSON.stringify(firmIn(name, linker)[0]?.entities);
  return kind !== undefined && named.some(({ entities }) => JSON.stringify(entities) === meant);
}

const FIRST =
  /^[(（【]?([^,，。;；:：?？!！…\s—–()（）【】]{2,24})[)）】]?(?:(?<=[)）】])|[,，…\s—–]+)(.{2,})$/s;

/** `某组呢，谁牵头`, `对某局来说，…` */
function fromBefore(raw: string, linker: Linker): string | undefined {
  const [, clause = '', asked = ''] = raw.match(FIRST) ?? [];
  if (clause === '' || clause.length > LONGEST_APART || !ASKS.test(asked)) return undefined;
  const apart = apartIn(clause, linker);
  if (apart?.kind === undefined || firmIn(asked, linker)[0]?.start === 0) return undefined;
  return inPlace(apart, asked, linker);
}

/** The name before the clause that asks of it, or where a pronoun stands for it. */
function inPlace({ name, kind }: Apart, asked: string, linker: Linker): string {
  const clauses = clausesOf(asked);
  const isAbout = (clause: string) =>
    ASKS.test(bareClause(clause)) || GOES_ON.test(clause) || firmIn(clause, linker).length > 0;
  const at = Math.max(0, clauses.findIndex(isAbout));
  const [before, rest] = [clauses.slice(0, at).join(''), clauses.slice(at).join('')];
  return `${before}${name}${rest.replace((kind && PRONOUNS[kind]) ?? /^$/, '')}`;
}
