import { ActError } from '../conversation/conversation.ts';
import { newId } from '../ids.ts';
import { isPicture } from '../platform/file-types.ts';
import type { State } from '../state/state.ts';

const LARGEST = 100 * 1024 * 1024;

/** What a person attaches: a picture is sent as one, anything else as a file. */
export async function uploaded(
  state: State,
  openId: string,
  form: FormData,
): Promise<
  { fileKey: string; name: string; size: number } | { imageKey: string; name: string; size: number }
> {
  const file = form.get('file');
  if (!(file instanceof File)) throw new ActError(400, '没有文件');
  if (file.size === 0) throw new ActError(400, '不能发送空文件');
  if (file.size > LARGEST) throw new ActError(400, '文件超过 100 MB');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return keepFile(state, { openId, name: file.name, bytes });
}

/** Keeps what a person uploaded. */
export function keepFile(
  state: State,
  of: { openId: string; name: string; bytes: Uint8Array },
): { fileKey: string; name: string; size: number } | { imageKey: string; name: string; size: number } {
  const kind = isPicture(of.bytes) ? 'image' : 'file';
  const key = newId(kind === 'image' ? 'img_v3_' : 'file_v3_');
  state.files.put({ key, kind, fileType: '', name: of.name, owner: of.openId, bytes: of.bytes });
  const shown = { name: of.name, size: of.bytes.length };
  return kind === 'image' ? { imageKey: key, ...shown } : { fileKey: key, ...shown };
}
