import { strFromU8, unzipSync } from 'fflate';
import { UserError } from '../errors.ts';
import { decoded, elements } from '../files/xml.ts';

/** 定稿: at most so many MB. */
export const MOST_OWN_MB = 5;
/** Unpacked; a zip of a few KB can claim gigabytes. */
const MOST_UNPACKED_BYTES = 30 * 1024 * 1024;
const ZIP_MARK = [0x50, 0x4b, 0x03, 0x04];
const OLE_MARK = [0xd0, 0xcf, 0x11, 0xe0];
const MAIN = 'word/document.xml';
const TYPES = '[Content_Types].xml';
/** What runs by itself when the paper is opened. */
const RUNS = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|^word\/activeX\//i;

/**
 * The words of the office's own docx, a paragraph a line.
 *
 * @throws UserError for what is no docx, is locked, has macros or unpacks to more than 30 MB
 */
export function ownDocxText(bytes: Uint8Array): string {
  if (OLE_MARK.every((byte, index) => bytes[index] === byte))
    throw new UserError('这是旧版 doc 或加了密码的文件，没有收下。请去掉密码、另存为 docx 再发。');
  const parts = ZIP_MARK.every((byte, index) => bytes[index] === byte) ? unpacked(bytes) : undefined;
  const main = parts?.[MAIN];
  if (parts === undefined || main === undefined || parts[TYPES] === undefined) throw notDocx();
  if (/macroEnabled/i.test(strFromU8(parts[TYPES]))) throw hasMacros();
  const xml = strFromU8(main);
  if (!/<(?:\w+:)?body[\s>]/.test(xml)) throw notDocx();
  return xml
    .split(/<\/(?:\w+:)?p>/)
    .map((paragraph) => [...elements(paragraph, 't')].map((one) => decoded(one.inner)).join(''))
    .join('\n');
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let left = MOST_UNPACKED_BYTES;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (RUNS.test(name)) throw hasMacros();
        left -= originalSize;
        if (left < 0) throw new UserError('定稿里的图片等内容太大，没有收下。请压缩图片后再发。');
        return name === MAIN || name === TYPES;
      },
    });
  } catch (error) {
    throw error instanceof UserError ? error : notDocx(error);
  }
}

function notDocx(cause?: unknown): UserError {
  return new UserError('这个文件不是有效的 docx，没有收下。请用 Word 或 WPS 另存为 docx 再发。', { cause });
}

function hasMacros(): UserError {
  return new UserError('这个文件带宏或控件，没有收下。请另存为不带宏的 docx 再发。');
}
