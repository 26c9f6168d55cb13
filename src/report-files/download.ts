import type { AttachmentMessage } from '../attachments.ts';
import type { Deps } from '../deps.ts';
import { LarkApiError, UserError } from '../errors.ts';
import { FILE_TOO_LARGE } from '../lark/http.ts';

const MEGABYTE = 1024 * 1024;

/** The bytes of a file that somebody sent. @throws UserError when it is larger than so many MB, or gone */
export async function downloaded(
  { gateway }: Deps,
  { messageId, attachment }: AttachmentMessage,
  mostMb: number,
): Promise<Uint8Array> {
  try {
    return await gateway.download(messageId, attachment.key, attachment.type, mostMb * MEGABYTE);
  } catch (error) {
    if (!(error instanceof LarkApiError) || error.outcome !== 'refused') throw error;
    throw new UserError(
      error.code === FILE_TOO_LARGE
        ? `文件太大，没有收下：最大${mostMb} MB。请压缩或只留需要的内容再发。`
        : '这个文件取不下来：可能已撤回或有保密限制。请重新发一次。',
      { cause: error },
    );
  }
}
