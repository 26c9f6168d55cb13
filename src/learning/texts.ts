/** Said once under each answer that asks for a verdict, and to the office. */
export const TEXTS = {
  thanksUseful: '谢谢，已记下。',
  thanksWrong: '已记下，办公室会核对。也可以换个说法再问一次。',
  officeOnly: '只有办公室能处理问题清单。',
  nothing: '没有待处理的问题。',
  settled: '已从清单里去掉。',
  added: (text: string, name: string) => `以后“${text}”就是${name}，马上生效。`,
  forgotten: (text: string) => `“${text}”不再有特别的意思。`,
  taken: (text: string) => `“${text}”已经有别的意思了，没有改动。`,
  tooShort: '说法要有两到二十个字。',
  noTarget: '请选择它指的是哪一个。',
  received: '已记下您的意见，办公室会看到。',
} as const;
