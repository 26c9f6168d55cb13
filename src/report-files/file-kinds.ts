import { unzipSync } from 'fflate';
import { UserError } from '../errors.ts';

/** What may be evidence: told by the bytes, not by the name. */
const FILE_KINDS = ['docx', 'xlsx', 'pdf', 'jpg', 'png'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const MARKS: readonly (readonly [FileKind | 'zip' | 'ole', readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
];
const MAIN_PARTS = { 'word/document.xml': 'docx', 'xl/workbook.xml': 'xlsx' } as const;
const ACCEPTED = `佐证材料只收 ${FILE_KINDS.join('、')}`;

/**
 * The kind of a file that somebody sent. `name` has to agree with the bytes; a picture sent as one has no name.
 *
 * @throws UserError for anything else, saying what to do
 */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  const kind = kindOf(bytes);
  if (kind === 'ole')
    throw new UserError(
      '这是旧版 Office 文件或加了密码的文件，没有收下。请去掉密码、另存为 docx 或 xlsx 再发。',
    );
  if (kind === undefined) throw new UserError(`${ACCEPTED}，这个文件都不是，没有收下。请转换格式再发。`);
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  if (ending !== undefined && ending !== kind)
    throw new UserError(`文件名是“.${ending}”，内容却是 ${kind}，没有收下。${ACCEPTED}；请核对后重新发。`);
  return kind;
}

function kindOf(bytes: Uint8Array): FileKind | 'ole' | undefined {
  const found = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  return found === 'zip' ? officeKind(bytes) : found;
}

/** Looks at the names inside a zip only: nothing is unpacked. */
function officeKind(bytes: Uint8Array): FileKind | undefined {
  let kind: FileKind | undefined;
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        kind ??= MAIN_PARTS[name as keyof typeof MAIN_PARTS];
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return kind;
}
