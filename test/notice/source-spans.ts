import { readFileSync } from 'node:fs';

const SOURCE = new URL('../../db/notice/source.md', import.meta.url);

/** White space and markdown marks dropped: what is left must agree letter by letter. */
export function bare(text: string): string {
  return text.replace(/<\/?sub>/g, '').replace(/[\s#*]/g, '');
}

/** The source text cut by its own numbering: each place and everything that stands there, numbering included. */
export function sourceSpans(): Map<string, string> {
  const splitter = new Splitter();
  for (const line of readFileSync(SOURCE, 'utf8').split('\n')) splitter.take(line);
  return splitter.spans;
}

export function wholeSource(): string {
  return bare(readFileSync(SOURCE, 'utf8'));
}

/** So many empty lines in a row stand where the source has lost pages. */
const LOST_PAGES = 5;

class Splitter {
  readonly spans = new Map<string, string>([['文头', '']]);
  private annex = '';
  private section = '';
  private at = '文头';
  private empty = 0;

  take(line: string): void {
    const text = bare(line);
    if (text === '') {
      this.empty += 1;
      return;
    }
    const lost = this.empty >= LOST_PAGES && /^附件1·\d+$/.test(this.at);
    this.empty = 0;
    const start = lost ? '附件1·?' : this.startOf(line, text);
    if (start !== undefined) this.open(start);
    this.spans.set(this.at, `${this.spans.get(this.at) ?? ''}${line}\n`);
  }

  /** After lost pages the number is known only from the piece that follows. */
  private open(start: string): void {
    if (this.at === '附件1·?') {
      const before = Number(start.replace('附件1·', '')) - 1;
      this.spans.set(`附件1·${before}`, this.spans.get(this.at) ?? '');
      this.spans.delete(this.at);
    }
    this.at = start;
  }

  private startOf(line: string, text: string): string | undefined {
    if (text === '附件1') return this.openAnnex('附件1·');
    if (/^## /.test(line) && text === '示范区营商环境作风建设专项行动方案') return this.openAnnex('附件2·');
    if (text.startsWith('附件：')) return '附件清单';
    if (/^\d{4}年\d+月\d+日$/.test(text)) return '落款';
    const section = /^#+ ([一二三四五])、/.exec(line)?.[1];
    if (section !== undefined) {
      this.section = section;
      return `${this.annex}${section}`;
    }
    const item = /^[（(]([一二三四五六])[）)]/.exec(text)?.[1];
    if (item !== undefined) return `${this.annex}${this.section}（${item}）`;
    const no = this.section === '三' ? /^(\d+)\.(?!\d)/.exec(text)?.[1] : undefined;
    if (no === undefined) return undefined;
    return this.annex === '' ? `三、${no}` : `${this.annex}${no}`;
  }

  private openAnnex(prefix: string): string {
    this.annex = prefix;
    this.section = '';
    return `${prefix}前言`;
  }
}
