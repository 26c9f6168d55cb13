import type { Mention } from './entities.ts';
import type { Facts } from './facts.ts';
import type { Question } from './parse.ts';
import type { Reply } from './reply.ts';

/** The last turn of a conversation: what was asked and what the answer was about. */
export interface Turn {
  question: Question;
  reply: Reply;
}

const PRONOUN =
  /(?:它|他|她|他们|它们|这个组|那个组|该组|这组|那组|这个小组|这一组|本组|这个单位|那个单位|该单位|这家|这条|那条|该条|这一条|这位|那位|此人|这个人|这个领导|这项|那项|这个领域|这个|那个|这块|那块|上面那?个?|前面那?个?|刚才那?个?|刚说的)(?:们)?/;
const BARE = /^(?:那么?|还有|再问|那再|然后|另外)?(.{1,24}?)(?:呢|又?(?:怎么样|如何|咋样))?$/;

/**
 * The full wording of an elliptic question, or undefined when it stands by itself. A bare name (`那税务局呢`) takes
 * the place of the like name in the last question; a question without a name gets the last answer's subject.
 */
export function completeFromContext(question: Question, last: Turn, facts: Facts): string | undefined {
  const text = question.text.replace(/^(?:那么?|还有|再问|然后)[,，]?/, '');
  const shifted = shiftNumber(text, last);
  if (shifted !== undefined) return shifted;
  const firm = question.mentions.filter((m) => m.how !== 'hint');
  const pronoun = text.match(PRONOUN)?.[0];
  const subject = subjectOf(last, facts);
  if (pronoun && firm.length === 0 && subject) return text.replace(pronoun, subject);
  if (firm.length > 0 && isBare(question)) return replaceLike(firm, last);
  if (firm.length === 0 && subject && isElliptic(question)) return `${subject}${text}`;
  return undefined;
}

/** Nothing but a name, with 那…呢 around it. */
function isBare(question: Question): boolean {
  const rest = question.masked.match(BARE)?.[1] ?? question.masked;
  return /^[A-Z和跟与、,的组小专项]{1,8}$/.test(rest.replace(/(?:小组|专项组|组|条|方面|这块|同志)$/, ''));
}

/** Short, and about a slot rather than a matter of its own. */
function isElliptic(question: Question): boolean {
  if (question.text.length > 16) return false;
  return question.residue.join('').length <= 2;
}

function replaceLike(firm: readonly Mention[], last: Turn): string | undefined {
  const [now] = firm;
  const before =
    last.question.mentions.find((m) => m.how !== 'hint' && m.kind === now?.kind) ??
    last.question.mentions.find((m) => m.how !== 'hint' && interchangeable(m, now));
  if (!now || !before) return undefined;
  const { text } = last.question;
  return `${text.slice(0, before.start)}${now.text}${text.slice(before.end)}`;
}

function interchangeable(a: Mention, b: Mention | undefined): boolean {
  const matters = ['group', 'subLead', 'measure'];
  return b !== undefined && matters.includes(a.kind) && matters.includes(b.kind);
}

const STEP = /(上|下|前|后)(?:面)?(?:一|1)?(?:个|组|条|项)(?:组|呢|小组|措施)?/;

/** `上一个`, `下一条`: the neighbour by number of what was talked about. */
function shiftNumber(text: string, last: Turn): string | undefined {
  const step = text.match(STEP);
  const numbered = last.reply.focus.find((e) => e.kind === 'group' || e.kind === 'measure');
  if (!step || !numbered || (numbered.kind !== 'group' && numbered.kind !== 'measure')) return undefined;
  const no = numbered.no + (/[上前]/.test(step[1] ?? '') ? -1 : 1);
  const name = numbered.kind === 'group' ? `第${no}组` : `第${no}条措施`;
  const rest = text.replace(step[0], '').replace(/^[是呢的]+|呢$/g, '');
  if (rest.length > 1) return `${name}${rest}`;
  const before = last.question.mentions.find((m) => m.kind === numbered.kind && m.how !== 'hint');
  if (!before) return name;
  return `${last.question.text.slice(0, before.start)}${name}${last.question.text.slice(before.end)}`;
}

/** A name for what the last answer was about. */
function subjectOf(last: Turn, facts: Facts): string | undefined {
  const mention = last.question.mentions.find(
    (m) => m.how !== 'hint' && m.kind !== 'unit' && m.kind !== 'elsewhere',
  );
  if (mention && last.reply.focus.length !== 1) return mention.text;
  const [focus] = last.reply.focus;
  switch (focus?.kind) {
    case 'group':
      return facts.group(focus.no)?.name;
    case 'measure':
      return `第${focus.no}条措施`;
    case 'person':
      return facts.person(focus.id)?.name;
    case 'unit':
      return facts.unit(focus.id)?.name;
    case 'subLead':
      return facts.group(focus.group)?.subLeads.find((s) => s.no === focus.no)?.item;
    case 'clause':
      return focus.location;
    default:
      return mention?.text ?? last.question.mentions.find((m) => m.how !== 'hint')?.text;
  }
}
