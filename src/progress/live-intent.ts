import type { Entity, Mention } from '../answers/names/entities.ts';

/** What somebody wants to know of the present state of the reports. */
export type LiveWish =
  /** Who has not reported yet, or how many have; `group` where one is named. */
  | { kind: 'missing'; group: number | undefined }
  | { kind: 'unit'; unit: string }
  | { kind: 'own' }
  | { kind: 'group'; group: number }
  /** What waits for the one who asks: 需分包领导协调. */
  | { kind: 'coordinate' };

/** Which period is meant. */
export type PeriodWish =
  | { kind: 'current' }
  | { kind: 'previous' }
  | { kind: 'quarter'; year: string | undefined; no: number };

export interface LiveAsk {
  wish: LiveWish;
  period: PeriodWish;
}

/** Rules are the notice's business, whatever else the question has: when, to whom, how, what follows. */
const RULE =
  /怎么(?:办|处理|处罚|问责|追责|报|填|写)|如何(?:报|填|处理)|后果|追责|问责|处罚|会怎|什么时候|何时|多久|几号|哪天|截止|频次|几次|向谁|(?:报|交|送|填)给|怎么算|要求|规定|谁负责|牵头|什么材料|什么内容|哪些内容|(?<!没)应(?:当|该)|去年|前年|往年/;

/** 报 as what units do; 通报, 举报, 申报, 报名 are other matters. */
const REPORT =
  '(?:(?<![通汇举申预简日])(?:上报|报送|填报|报(?![装名警销关价修税告道])|交(?![易通警费税])|提交|填))';
const NOT_YET = `(?:还|都|仍)?(?:没有?|未|尚未)(?:按时|及时)?(?:有人)?${REPORT}`;
const MISSING: readonly RegExp[] = [
  new RegExp(`(?:哪些|哪几[个家]|哪个|哪家|谁|有没有|多少|几[个家]|还有).{0,10}${NOT_YET}`),
  new RegExp(
    `${NOT_YET}(?:报告|材料)?(?:的|上来的)?(?:都?是?谁|都?有谁|(?:都?有|是)?(?:哪|多少|几)|单位|部门|名单|$)`,
  ),
  new RegExp(`(?:多少|几)(?:个|家)?(?:单位|部门)?(?:已经|都)?${REPORT}了`),
  new RegExp(`(?:都|全部?|大家|各单位)${REPORT}(?:了吗|了没|齐了|完了|上来了)|${REPORT}齐了`),
  /(?:报送|填报|上报)的?(?:总体)?(?:情况|进度|进展)(?:怎么样|如何|咋样|到哪|呢)?了?$/,
];
const DONE = new RegExp(
  `${REPORT}(?:报告|材料)?(?:上去|上来)?了?(?:吗|没有?|么)$|${REPORT}没${REPORT}|有没有${REPORT}|(?:报送|填报|上报)的?(?:情况|状态|进度|进展)|到哪一?步|(?:进展|进度)(?:怎么样|如何|咋样|到哪)`,
);
const OWN = /^(?:请问)?(?:我|咱)们?(?:这边|单位|部门|局|委|办|中心|分局|处)?(?:的)?/;
const HOW = '(?:怎么样|如何|咋样|怎样|到哪|到什么|啥情况|什么情况)';
const GROUP: readonly RegExp[] = [
  new RegExp(`(?:进展|进度|推进|完成|落实)(?:得|的)?(?:情况)?(?:目前|现在)?${HOW}`),
  /(?:进展|进度|推进情况|完成情况)(?:呢|吗)?$|有(?:什么|啥|没有|无)新?进展/,
  new RegExp(`(?:现在|目前|当前|本季度|这个?季度|最近)(?:的)?(?:工作)?(?:情况|进展|进度)?${HOW}`),
];
const COORDINATE: readonly RegExp[] = [
  /(?:需要?|要|得|等着?|让|请)我(?:来|去|们)?.{0,4}(?:协调|解决|出面|拍板|推动|处理|过问)/,
  /(?:需要?|要|申请|提请|等).{0,2}分包领导.{0,4}(?:协调|解决|出面)/,
  /我.{0,3}(?:要|需要|该|得)协调/,
];
const ASKS = /哪|什么|啥|有没有|多少|几|吗|呢|谁|看看|列/;

const SURE: readonly Mention['how'][] = ['name', 'spoken', 'number'];

/**
 * Reads a question about the live state; undefined unless it is sure: what is not taken here, the notice answers.
 *
 * @param mentions what the question engine finds in the same text.
 */
export function readLive(question: string, mentions: readonly Mention[]): LiveAsk | undefined {
  const text = question.normalize('NFKC').replace(/[\s?？。!！,，、]/g, '');
  if (text.length > 60 || RULE.test(text)) return undefined;
  const wish = wishIn(text, mentions);
  return wish && { wish, period: periodIn(text) };
}

/** `那某局呢` after a live question: the same wish about another unit or group. */
export function continuedLive(
  question: string,
  mentions: readonly Mention[],
  last: LiveAsk,
): LiveAsk | undefined {
  const said = /^(?:那么?)?(.+?)(?:这?个?小?组)?呢[?？]?$/.exec(question.trim())?.[1]?.trim();
  if (said === undefined || !mentions.some(({ text }) => text.length >= said.length)) return undefined;
  const [unit, ...units] = entitiesOf(mentions, 'unit');
  const [group, ...groups] = entitiesOf(mentions, 'group');
  if (unit && units.length === 0 && last.wish.kind !== 'coordinate')
    return { ...last, wish: { kind: 'unit', unit: unit.id } };
  if (group && groups.length === 0 && (last.wish.kind === 'group' || last.wish.kind === 'missing'))
    return { ...last, wish: { kind: last.wish.kind, group: group.no } };
  return undefined;
}

function wishIn(text: string, mentions: readonly Mention[]): LiveWish | undefined {
  const units = entitiesOf(mentions, 'unit');
  const groups = entitiesOf(mentions, 'group');
  const [unit] = units;
  const [group] = groups;
  const matches = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(text));
  if (matches(COORDINATE) && ASKS.test(text)) return { kind: 'coordinate' };
  if (units.length === 1 && unit && DONE.test(text) && groups.length === 0)
    return { kind: 'unit', unit: unit.id };
  if (units.length > 0 || groups.length > 1) return undefined;
  if (group === undefined && OWN.test(text) && DONE.test(text)) return { kind: 'own' };
  if (matches(MISSING)) return { kind: 'missing', group: group?.no };
  if (group && matches(GROUP)) return { kind: 'group', group: group.no };
  return undefined;
}

function entitiesOf<K extends Entity['kind']>(
  mentions: readonly Mention[],
  kind: K,
): Extract<Entity, { kind: K }>[] {
  return mentions
    .filter((mention) => SURE.includes(mention.how) && mention.entities.length === 1)
    .flatMap((mention) => mention.entities)
    .filter((entity): entity is Extract<Entity, { kind: K }> => entity.kind === kind)
    .filter(
      (entity, index, all) =>
        all.findIndex((one) => JSON.stringify(one) === JSON.stringify(entity)) === index,
    );
}

function periodIn(text: string): PeriodWish {
  if (/上个?季度|上一季度|上期|上一期/.test(text)) return { kind: 'previous' };
  const found = /(?:(20\d\d)年?)?(?:Q|第)?([1-4一二三四])(?:季度|(?<=Q[1-4]))/i.exec(text);
  if (found === null) return { kind: 'current' };
  const [, year, no = ''] = found;
  return { kind: 'quarter', year, no: '一二三四'.indexOf(no) + 1 || Number(no) };
}
