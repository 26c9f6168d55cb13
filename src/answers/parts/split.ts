import { ADDS, withNounAdded, withNounFirst, withNounsEach } from '../beside/added-nouns.ts';
import { lately } from '../characters/lately.ts';
import { announcedFigures } from './announced-figures.ts';
import { namesThenEach } from './names-then-each.ts';
import { WH, withPauses } from './pauses.ts';
import { askedInRow } from './slots-and-figures.ts';
import { slotsRead } from './slots-read.ts';
import { twoDescribed } from './two-described.ts';

/** A piece asks something by itself when it has one of these. */
const ASKS =
  /谁|哪|什么|啥|几|多少|怎么|怎样|咋|如何|何时|多久|多长|吗|是不是|有没有|在不在|算不算|能不能|要不要|多大|多高|责任单位|牵头单位|分包领导|职责|[?？]|没有?$|呢$|吧$|(?:能|会|可以|要|得|用|让|许|算|有)[^,，不]{1,10}不$|([全严准齐够])不\1$|([开上办收停])不\2/;
/** What is asked beside the rest (`再说说牵头的`). */
const ASKED_ON =
  /^(?:顺带|顺便|另外|再|还)(?:再|给我|帮我)*(?:问|查|看|说说|说下|报|讲讲|念)(?!责|题|效|告|装)/;
/** `跑好几个门`, `几家暗中商量好`: some, and none asked for. */
const SOME =
  /好几|^(?:有)?几(?:家|个)(?:人|公司|企业|单位)?(?:暗中|私下|偷偷|背地里|联手|抱团|串通|合伙|商量|互相)/g;
/** Whether a part of a message asks something by itself. */
export const asks = (piece: string) =>
  ASKS.test(piece.includes('几') ? piece.replace(SOME, '') : piece) ||
  ASKED_ON.test(piece) ||
  ADDS.test(piece);
const MOST = 4;

const SEPARATORS: readonly RegExp[] = [/[?？；;。!！\n]+/, /[,，]/, /、/];

/** So many messages are remembered. */
const LATELY = 16;

/** The questions that a message holds, in order; one where it cannot be cut. At most four. */
export const splitQuestions = lately((said): readonly string[] => splitting(said), LATELY);

function splitting(said: string): readonly string[] {
  const text = withPauses(said);
  if (
    TWO_PLACES.test(text) ||
    TWO_TEXTS.test(text) ||
    ofBothTexts(text) ||
    DIFFERENCE_LAST.test(text) ||
    FROM_TO.test(text)
  )
    return [text];
  const nouns = withNounFirst(text) ?? withNounsEach(text) ?? twoDescribed(text);
  if (nouns) return nouns.slice(0, MOST);
  const noun = withNounAdded(text);
  if (noun) return [...splitQuestions(noun[0]), noun[1]];
  const [, owner, one, other, rest] = text.match(BOTH_ENDS) ?? [];
  if (owner !== undefined) return [`${owner}${one}${rest}`, `${owner}${other}${rest}`];
  const papers = text.match(BOTH_PAPERS)?.[1];
  if (papers !== undefined) return [`附件1${papers}`, `附件2${papers}`];
  const [, first, asked, added] = text.match(ADDED) ?? [];
  if (first !== undefined && asked !== undefined && added !== undefined) return [first, `${added}${asked}`];
  const listed = announcedFigures(text) ?? slotsRead(text) ?? askedInRow(text) ?? spreadFigures(text);
  if (listed) return listed.slice(0, MOST);
  for (const separator of SEPARATORS) {
    const pieces = text
      .split(separator)
      .map((piece) => piece.trim())
      .filter((piece) => piece.length > 0);
    const asking = joinLeadIns(pieces);
    if (
      asking.length > 1 &&
      asking.every((piece) => piece.length > 1 && (separator.source === '、' ? WH.test(piece) : asks(piece)))
    ) {
      return withSlotOwners(withRhythm(withPaper(asking)))
        .flatMap(spread)
        .slice(0, MOST);
    }
  }
  return spread(text);
}

/** `税、采购各哪家牵头`, `税和电分别谁管`: a mark or a word between names makes a name of one character too. */
const isBesideMark = (name: string, text: string) =>
  text.startsWith(`${name}、`) ||
  text.includes(`、${name}、`) ||
  text.includes(`、${name}各`) ||
  text.includes(`、${name}分别`) ||
  SHORT_PAIR.test(text);

/** `税和电分别…`. */
const SHORT_PAIR =
  /^(?!.{0,12}[的这那两了])[\u4e00-\u9fff]{1,6}[和跟与][\u4e00-\u9fff]{1,6}(?:又|都)?(?:各|分别)/;
/** `甲和乙事谁分包`: one of the names is too short to be known as a name in a longer text. */
const PAIR_UNMARKED =
  /^(?!.*(?:各|分别))(?:[^我你他她它俺咱谁][和跟与][\u4e00-\u9fff]{1,6}?|[\u4e00-\u9fff]{2,6}[和跟与][\u4e00-\u9fff])(?=(?:都|又)?(?:是|归|由)?(?:谁|哪(?:一)?[个家位](?:单位|领导|局)?)(?:来)?(?:分包|分管|牵头|管|包|负责)的?[?？]?$)/;

/** `甲率多少，还有乙的覆盖面`: the same is asked of what is added. */
const ADDED =
  /^(.{3,}?((?:是|要|达到|归|由)?(?:多少|几(?:天|个工作日|家|个环节)|谁(?:牵头|分包|负责))))[,，](?:还有|以及|外加|顺带|再加上?)([^,，谁哪什啥几多吗呢]{4,20})$/;

/** `责任单位最多和最少的组`. */
const BOTH_ENDS =
  /^([^最,，]{2,16}?)(最[多大高长])(?:的)?(?:和|跟|与|、|以及)(最[少小低短])((?:的)?[^最,，]{1,12})$/;

/** `两个附件各有几大部分`. */
const BOTH_PAPERS =
  /^(?:这|那)?(?:两|俩|2)(?:个|份)?附件(?:各自?|分别)((?:有|分|共|是|含|列)(?:了|成)?(?:几|多少)[^,，]{1,10})$/;

/** What one place says and whether the other says it too (`小组里没有它，附件1那条有没有`): one question. */
const TWO_PLACES =
  /^[^,，?？;；]{0,24}(?:小组|正文|组[里有])[^,，?？;；]{0,16}[,，][^,，?？]{0,4}附件\d?[^,，?？]{0,12}(?:有没有|有没|有吗|还有|呢|在不在|[又也它]|牵头|配合)[^,，]{0,6}$|^[^,，?？;；]{0,10}附件\d[^,，?？;；]{0,20}[,，][^,，?？]{0,6}(?:小组|正文|组)[^,，?？]{0,8}(?:有没有|有没|有吗|还有|呢|在不在|[又也它]|牵头|配合)[^,，]{0,6}$/;

/** `…各几天，差几天`: what lies between is asked of both together. */
const DIFFERENCE_LAST = /[,，](?:中间|之间)?(?:相?差|隔)(?:值|距|额)?(?:是|有|了|着)?(?:多少|几).{0,5}$/;

/** `第几条到第几条`: one stretch. */
const FROM_TO = /^[^,，?？]*(?:第)?几条(?:到|至)第?几条[^,，?？]*$/;

/** `正文说…，附件1怎么说`: one question about two texts. */
const TWO_TEXTS =
  /正文[^?？;；。]{1,20}[,，][^?？;；。,，]{0,3}附件\d[^?？;；。,，]{0,6}(?:怎么|咋|呢|几[样个项])|附件\d[^?？;；。]{1,20}[,，][^?？;；。,，]{0,3}正文[^?？;；。,，]{0,6}(?:怎么|咋|呢|几[样个项])/;

/** `…，多的那个叫啥` after both texts. */
const MORE_LAST = /[,，](?:多|少|差|缺|漏|不一样|不同)(?:的|了|出)?[^,，]{0,8}$/;
const ofBothTexts = (text: string) => text.includes('正文') && /附件\d/.test(text) && MORE_LAST.test(text);

/** A piece with no matter of its own (`都是啥`) goes on with what the last one asked. */
const GOES_ON =
  /^(?:相?差(?:了|着)?(?:多少|几).{0,4}|哪个(?:快|慢|长|短|多|少|高|低))$|^(?:都|分别|各|各自|具体|又|一共|共)*(?:是|有|叫)?(?:(?:几|多少)[个家条位名项]|哪些|哪[几些一两三四五六七八\d]?个|谁|啥|什么|哪位|哪[几些一]?家)?(?:单位|组|领导)?$|^(?:又|是)*(?:几|多少|哪个|啥|什么)号文?$|^(?:文|编|字|发文)?号码?(?:又|都|各)?(?:是|叫)?(?:多少|几|啥|什么|发我|给我)/;

/** Only asks whether what goes before is so. */
const CONFIRMS_BEFORE =
  /^(?:这么|这样|我|俺|咱)*(?:数|记|说|写|理解|算|弄|搞)?(?:得|的|法)?(?:都)?(?:对不对|是不是|行不行|(?:对|没错|是|准|没记错|没数错|没说错|对得上|属实)(?:了|的)?(?:吧|吗|么|不对?|没有?)?)$/;

/** A slot that waits for its subject (`点名的责任单位，…组一共几家`). */
const BARE_SLOT =
  /^(?:点名的?|各|具体的?)?(?:责任单位|牵头单位|分包领导|职责)$|(?:几个|哪些|那些)[^谁哪几]{0,6}(?:里|中)(?:面|头)?$/;

/** A piece that asks nothing (`我开个厂`) belongs to the next one. */
function joinLeadIns(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  let lead = '';
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && (GOES_ON.test(piece) || CONFIRMS_BEFORE.test(piece))) {
      joined[joined.length - 1] = `${before},${piece}`;
      continue;
    }
    const isNoun = /的$/.test(piece) && !WH.test(piece) && !ASKED_ON.test(piece);
    if (asks(piece) && !isNoun && !(joined.length === 0 && BARE_SLOT.test(piece))) {
      joined.push(lead === '' ? piece : `${lead},${piece}`);
      lead = '';
    } else {
      lead = lead === '' ? piece : `${lead},${piece}`;
    }
  }
  const last = joined.pop();
  if (last === undefined) return [...pieces];
  return [...joined, lead === '' ? last : `${last},${lead}`];
}

/** `某事合同，甲、乙各几天`: what stands before the comma is shared. */
const OWNED_EACH =
  /^([^,，:：]{2,14})[,，:：]([^,，谁哪几多]{1,20}[、和跟与及][^,，谁哪几多]{1,10})(?:各自?|分别)(.+)$/;
const EACH = /^([^,，]{2,40}?)(?:各自?|分别)((?:是|要|为|达|压|降)?.{1,20})$/;
/** `甲、乙，这两样各…`: what is counted was just named. */
const THESE_EACH =
  /[,，](?:(?:这|那|他们?|她们?)?(?:俩|仨|[两二三四几234](?:样|件|个|位|家|摊|桩|项|块|码|档|头|边)?)(?:事儿?|人|组|单位|局|领导)?)?(?=各自?|分别)/;
/** `甲、乙三位，第二节各…`: the place holds for each. */
const PLACE_OF_EACH =
  /^([^,，谁哪几多]{3,30}?)(?:[两三四几234]位|俩|仨)?(?:领导|同志)?[,，](第\d(?:节|部分|块)|附件\d|正文)(?:里[面头]?|中|上)?(?:又|都)?(各自?|分别)/;
const NUMBERED = '(?<![那这好])(?:几|多少)(?:个|项|条|家|天|位|名|人|张)';
/** `甲事和乙事，期限各几天`: the slot is that of each. */
const SLOT_OF_EACH =
  /[,，]((?:办理|办结|完成)?(?:时限|期限|时间|天数|工作日|比例|占比|目标|指标|环节))(各自?|分别)(?=是|要|为|得|达|压|降|定|几|多)/;
/** `第2、第13组…分别`: one list of numbers is read as a whole. */
const NUMBERED_LIST = /^(?:附件\d)?第\d+(?:组|条)?(?:[、和跟与]第?\d+(?:组|条)?)+/;
/** Goes with the first figure only (`压成几个环节几天能办下来`). */
const CUT_TO = /(?:压缩|精简|压|缩|减|降)(?:成|到|至)(?:几|多少)?个?$/;
const TWICE = new RegExp(`^(.{2,}?)(${NUMBERED}[\\u4e00-\\u9fff]{1,4})(${NUMBERED}.*)$`);

const SEVERAL =
  /^(.{3,40}?)[,，]?(?:这)?(?:俩|[一二两三四\d])(?:个|项|条|块|类)?(?:的)?(?:用时|时间)?(?:指标|目标|数字?|比例|(率|占比))(?:[,，]?(?:报|说|列|给|别弄|是|要|今年|目标|达|分别|各).*)?$/;

/** `甲事和乙事两个率分别要到多少`: the figures of several things, a question for each. */
function spreadFigures(text: string): string[] | undefined {
  const [, said = '', kind = ''] = text.match(SEVERAL) ?? [];
  const [, owner = '', list = ''] = said.match(/^(?:(.{2,16})[:：])?(.*)$/) ?? [];
  const names = list.split(/[、和跟与及,，]/).filter((name) => name !== '');
  if (names.length < 2 || names.some((name) => name.length < 2 || name.length > 14 || WH.test(name)))
    return undefined;
  return names.map((name) => `${owner}${name}${name.endsWith(kind) ? '' : kind}是多少`);
}

const ROLE_FIRST = /^(?:都|那)?(?:办公室|副?组长|副?主任|成员)/;

/** `附件2组长是谁，副组长是谁`: the posts that follow are of the same paper. */
function withPaper(pieces: readonly string[]): readonly string[] {
  const paper = pieces[0]?.match(/^(?:那)?(附件\d).{0,10}(?:组长|主任|成员)/)?.[1];
  return paper === undefined
    ? pieces
    : pieces.map((piece) => (ROLE_FIRST.test(piece) ? `${paper}领导小组${piece}` : piece));
}

const RHYTHM = /^(?:那)?((?:每|一)(?:个)?(?:季度?|年|月)|年底前?)(?![^\u4e00-\u9fff])/;
const TIMES = /季|年|月|天|日|多久|次/;
const LONGEST_REST = 10;

/** `每季度单位报啥，办公室干啥`: how often it is holds for the short parts behind too. */
function withRhythm(pieces: readonly string[]): readonly string[] {
  const rhythm = pieces[0]?.match(RHYTHM)?.[1];
  return rhythm === undefined
    ? pieces
    : pieces.map((piece) => (TIMES.test(piece) || piece.length > LONGEST_REST ? piece : `${rhythm}${piece}`));
}

/** What is measured of a matter. */
const SLOT = /(?:时间|环节|成本|材料|天数|次数|费用|表单|期限|时限|手续|步骤)$/;
/** `甲事和乙事时限各…`: what is measured of both. */
const BARE_TAIL = new RegExp(`(?<=.{2})${SLOT.source}`);
const STARTS_SLOT = /^(?:时间|环节|成本|材料|天数|次数|费用|表单|期限|时限|手续|步骤)/;
const STARTS_COUNT = /^(?:要|得|走|共|一共)?(?:几|多少)(?:个)?(?:环节|材料|表单|手续|步骤|工作日|天)/;
const ASKED_OF = /^([^,，谁哪]{2,12}?)(?:最快|最多|要|得|需要?)*(?:几|多少)(?:天|个工作日|个环节|个月)/;
const COUNTS = /几|多少/;
const HAS_SLOT = /^(.{2,16}?)(?:时间|环节|成本|材料|天数|次数|费用|表单|期限|时限|手续|步骤)/;

/** `平均办理环节几个，时间几天`: a piece that begins with a bare slot takes the matter of the piece before it. */
function withSlotOwners(pieces: readonly string[]): string[] {
  let owner = '';
  return pieces.map((piece) => {
    if (owner !== '' && piece.length < 12 && (STARTS_SLOT.test(piece) || STARTS_COUNT.test(piece)))
      return `${owner}${piece}`;
    const said = (piece.match(HAS_SLOT) ?? piece.match(ASKED_OF))?.[1] ?? '';
    // `交几项材料`: what is counted is no matter that others could be asked of.
    owner = CUT_TO.test(said) || COUNTS.test(said) ? '' : said;
    return piece;
  });
}

/** The matter that bare slots go on with (`某事时间和环节各…`); empty where there is none. */
function slotOwner(names: readonly string[]): string {
  const [first = '', ...rest] = names;
  const isBare = rest.every((name) => name.replace(SLOT, '').length < 2 && SLOT.test(name));
  return isBare && SLOT.test(first) ? first.replace(SLOT, '') : '';
}

const placedEach = (_: string, names: string, place: string, each: string) =>
  `${names
    .split(/[、和跟与及]/)
    .map((name) => `${place}${name}`)
    .join('、')}${each}`;

/** `甲、乙各…`, `几个环节几天办结`: a question for each. */
function spread(said: string): string[] {
  const text = said.replace(PAIR_UNMARKED, '$&各');
  const ofEach = NUMBERED_LIST.test(text) ? undefined : namesThenEach(text);
  if (ofEach) return ofEach;
  const figures = spreadFigures(text);
  if (figures) return figures;
  const twice = text.match(TWICE);
  if (twice) return [`${twice[1]}${twice[2]}`, `${twice[1]}${twice[3]}`];
  if (NUMBERED_LIST.test(text)) return [text];
  const listed = text.split('、');
  if (listed.length > 1 && listed.every((part) => part.length > 2 && WH.test(part) && !GOES_ON.test(part)))
    return listed;
  const owned = text.match(OWNED_EACH);
  if (owned?.[2] && owned[1] && !WH.test(owned[1]) && !/正文|附件/.test(owned[2]))
    return owned[2].split(/[、和跟与及]/).map((name) => `${owned[1]}${name}${owned[3]}`);
  const each = text
    .replace(PLACE_OF_EACH, placedEach)
    .replace(SLOT_OF_EACH, '$2$1')
    .replace(THESE_EACH, '')
    .match(EACH);
  const names =
    each?.[1]
      ?.replace(/(?:这|那)?[一二两三四五六几\d](?:个|项|条|种|家)[\u4e00-\u9fff]{0,3}$/, '')
      .split(/[、和跟与及]/)
      .filter((name) => name !== '') ?? [];
  const isNoName = (name: string) => name.length > 14 || (name.length < 2 && !isBesideMark(name, text));
  if (names.length < 2 || names.some(isNoName)) return [text];
  const last = names.at(-1) ?? '';
  const isShared = names.slice(0, -1).every((name) => !name.includes('的') && !SLOT.test(name));
  const tail = isShared ? (last.match(/的.+$/)?.[0] ?? last.match(BARE_TAIL)?.[0] ?? '') : '';
  const owner = names[0]?.match(/^.*的(?=.)/)?.[0] ?? '';
  const subject = slotOwner(names);
  return names.map((name, i) => {
    const head = i === 0 || name.includes('的') ? '' : owner || subject;
    const isWhole = tail !== '' && name.endsWith(tail.slice(-2));
    return `${head}${name}${i < names.length - 1 && !isWhole ? tail : ''}${each?.[2]}`;
  });
}
