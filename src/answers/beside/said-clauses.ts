/** Behind these a space may end a clause (`那两条呢 材料要用`). */
const CLOSES = '[\\u4e00-\\u9fff]{4}\\s|[\\u4e00-\\u9fff][”"）)]\\s|[呢吗吧]\\s';
/** Before these it may begin one. */
const OPENS =
  '[\\u4e00-\\u9fff]{3}|[\\u4e00-\\u9fff]{1,2}[“"《\\d]|\\d{1,2}[组条号项]|[“"《]|第?\\d|附件|[a-z]{2}';
/** A clause with what ends it. A point between digits ends none; a space does between stretches of words. */
const CLAUSE = new RegExp(
  `(?:[^,，。！!？?；;：:.\\s]|\\.(?=\\d)|\\s(?!(?<=${CLOSES})(?:${OPENS})))+[,，。！!？?；;：:.\\s]*`,
  'gi',
);

/** The clauses of a message as typed, each with the marks behind it. */
export const clausesOf = (raw: string): string[] => raw.match(CLAUSE) ?? [];

/** A clause without the marks behind it. */
export const bareClause = (clause: string) => clause.replace(/[\s,，。.！!？?；;：:~…]+$/, '');
