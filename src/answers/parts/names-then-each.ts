/** Names before a comma, a word for what is asked, and that it is asked of each. */
const NAMES_THEN_EACH =
  /^([^,，谁哪几多各]{3,44}?)[,，]([^,，谁哪几多少各第]{2,10}?)(?:各自?|分别|依次)(?:是|为|由|归)?((?:用|是|由|归|采取|采用|以)?(?:谁|哪|什么|啥|几|多少|怎么|怎样|如何).{0,8})$/;
const AND = /[、]|(?<=[\u4e00-\u9fff”"]{2})[和跟与及](?=[\u4e00-\u9fff“"]{2})/;
const ASKS_NAME = /^(?:谁|哪|什么|啥|几|多少)/;
/** A time or a place is no slot that somebody has. */
const WHEN_OR_WHERE = /(?:时|里|中)$/;
const LONGEST_NAME = 20;

/** `甲事和乙事，办的时候各用什么`: the question for each of the names; undefined where there are not several. */
export function namesThenEach(text: string): string[] | undefined {
  const [, list = '', slot = '', asked = ''] = text.match(NAMES_THEN_EACH) ?? [];
  const names = list.split(AND).map((name) => name.trim());
  const isList = names.length > 1 && names.every(({ length }) => length > 1 && length <= LONGEST_NAME);
  if (!isList) return undefined;
  const is = ASKS_NAME.test(asked) && !WHEN_OR_WHERE.test(slot) ? '是' : '';
  return names.map((name) => `${name}${slot}${is}${asked}`);
}
