/** A piece asks something by itself when it has one of these. */
const ASKS =
  /谁|哪|什么|啥|几|多少|怎么|咋|如何|何时|多久|吗|是不是|有没有|能不能|要不要|多大|多高|责任单位|牵头单位|分包领导|职责|[?？]/;
const MOST = 4;

const SEPARATORS: readonly RegExp[] = [/[?？；;。!！\n]+/, /[,，]/, /、/];

/** The questions that a message holds, in order; one where it cannot be cut. At most four. */
export function splitQuestions(text: string): string[] {
  for (const separator of SEPARATORS) {
    const pieces = text
      .split(separator)
      .map((piece) => piece.trim())
      .filter((piece) => piece.length > 0);
    const asking = joinLeadIns(pieces);
    if (asking.length > 1 && asking.every((piece) => piece.length > 2 && ASKS.test(piece))) {
      return asking.flatMap(spread).slice(0, MOST);
    }
  }
  return spread(text);
}

/** A piece with no matter of its own (`都是啥`) goes on with what the last one asked. */
const GOES_ON =
  /^(?:都|分别|各|各自|具体|又)*(?:是|有|叫)?(?:哪些|哪[几些]个|谁|啥|什么|哪位|哪家)?(?:单位|组|领导)?$/;

/** A piece that asks nothing (`我开个厂`) belongs to the next one. */
function joinLeadIns(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  let lead = '';
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && GOES_ON.test(piece)) {
      joined[joined.length - 1] = `${before},${piece}`;
      continue;
    }
    if (ASKS.test(piece)) {
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

const EACH = /^([^,，、]{2,14})(?:[、和跟与])([^,，、]{2,14}?)(?:各自?|分别)(.{2,20})$/;

/** `甲、乙各…`: a question for each. */
function spread(text: string): string[] {
  const match = text.match(EACH);
  if (!match) return [text];
  return [`${match[1]}${match[3]}`, `${match[2]}${match[3]}`];
}
