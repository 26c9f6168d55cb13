import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** A place goes by a paper with that number. */
const GOES_BY =
  /(?:承接|依据|根据|按照?|照着?|依照?|遵照|参照|对应|落实|贯彻|源自|来自|出自|引|用)(?:的|了|自|于|是)*[^,，号]{0,16}?(\d{1,3})号/;
const CHECKS = /准确|属实|说法|对不对|对[吗吧不]|没错|是不是|[吗吧]$/;
/** The letters of a number (`某办文` of `某办文〔2021〕6号`). */
const lettersOf = (number: string) => number.match(/^[^〔[(（\d]+/)?.[0] ?? '';

/** `附件1是照某办文6号定的吧`: whether the paper that a place cites has that number, and which it has. */
export const answerBasisClaims: Handler = needing(
  () => ({ text: [GOES_BY] }),
  (question, { facts }) => {
    const { text } = question;
    const said = text.match(GOES_BY)?.[1];
    if (said === undefined || !(CHECKS.test(text) || isClaim(question))) return undefined;
    const [clause] = mentioned(question, 'clause');
    const place = clause?.location ?? attachmentIn(text);
    if (place === undefined || question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'clause'))
      return undefined;
    const { references } = facts.model.document;
    const numbered = references.flatMap((r) => (r.number === undefined ? [] : [{ ...r, number: r.number }]));
    const [cited, ...others] = numbered.filter(({ location }) => location.startsWith(place));
    if (!cited || others.length > 0) return undefined;
    const [letters] = [...new Set(numbered.map(({ number }) => lettersOf(number)))]
      .filter((one) => one !== '' && text.includes(one))
      .sort((a, b) => b.length - a.length);
    const isTrue =
      cited.number.includes(`〕${said}号`) && (letters === undefined || lettersOf(cited.number) === letters);
    return reply(
      `${verdict(isTrue)}${place.replace(/·$/, '')}依据的是《${cited.title}》（${cited.number}）。${at(cited.location)}`,
      [cited.location],
    );
  },
);
