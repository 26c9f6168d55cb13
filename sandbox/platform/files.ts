import { z } from 'zod';
import { newId } from '../ids.ts';
import type { StoredFile } from '../model.ts';
import { botOf } from '../state/chats.ts';
import { known } from './edits.ts';
import { type ApiCall, type Endpoint, fields, type Platform } from './endpoint.ts';
import { refusal } from './errors.ts';
import { isPicture, typeOf } from './file-types.ts';
import type { Part } from './multipart.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST_IMAGE = 10 * MEGABYTE;
const LARGEST_FILE = 30 * MEGABYTE;
const UPLOAD = ['im:resource'];
const FileForm = z.object({
  file_type: z.enum(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']),
  file_name: z.string().min(1),
});
const ImageForm = z.object({ image_type: z.enum(['message', 'avatar']) });

/** Uploads, and downloads of what the app itself or somebody in a chat sent (feishu-platform §4.3). */
export function fileEndpoints(platform: Platform): Endpoint[] {
  const own = (kind: 'image' | 'file') => (call: ApiCall) => ownUpload(platform, kind, call);
  const download = ['im:message', 'im:message:readonly'];
  return [
    { method: 'POST', path: '/im/v1/images', scopes: UPLOAD, handle: (call) => uploadImage(platform, call) },
    { method: 'POST', path: '/im/v1/files', scopes: UPLOAD, handle: (call) => uploadFile(platform, call) },
    { method: 'GET', path: '/im/v1/images/:key', scopes: UPLOAD, handle: own('image') },
    { method: 'GET', path: '/im/v1/files/:key', scopes: UPLOAD, handle: own('file') },
    {
      method: 'GET',
      path: '/im/v1/messages/:message_id/resources/:file_key',
      scopes: download,
      handle: (call) => messageResource(platform, call),
    },
  ];
}

function uploadImage(platform: Platform, call: ApiCall): unknown {
  fields(ImageForm, call.body);
  const bytes = bytesOf(call.files.image, LARGEST_IMAGE);
  if (!isPicture(bytes)) throw refusal(234001, 'the image format is not supported');
  const key = newId('img_v3_');
  const owner = botOf(platform.state).openId;
  platform.state.files.put({ key, kind: 'image', fileType: 'image', name: key, owner, bytes });
  return { image_key: key };
}

function uploadFile(platform: Platform, call: ApiCall): unknown {
  const { file_type, file_name } = fields(FileForm, call.body);
  const bytes = bytesOf(call.files.file, LARGEST_FILE);
  const key = newId('file_v3_');
  const owner = botOf(platform.state).openId;
  platform.state.files.put({ key, kind: 'file', fileType: file_type, name: file_name, owner, bytes });
  return { file_key: key };
}

function bytesOf(file: Part | undefined, most: number): Uint8Array {
  if (file === undefined) throw refusal(234001);
  if (file.bytes.length === 0) throw refusal(234010);
  if (file.bytes.length > most) throw refusal(234006);
  return file.bytes;
}

function ownUpload(platform: Platform, kind: 'image' | 'file', call: ApiCall): Response {
  const file = platform.state.files.get(call.params.key ?? '');
  if (file === undefined || file.kind !== kind || file.fileType === '') throw refusal(234001);
  return fileResponse(file);
}

function messageResource(platform: Platform, call: ApiCall): Response {
  const { type } = fields(z.object({ type: z.enum(['image', 'file']) }), call.query);
  const message = known(platform, call);
  if (!platform.state.chats.get(message.chatId)?.botIn) throw refusal(234004);
  if (message.type === 'interactive') throw refusal(234043);
  const key = call.params.file_key ?? '';
  const file = platform.state.files.get(key);
  if (file === undefined || file.kind !== type || !message.content.includes(key)) throw refusal(234003);
  return fileResponse(file);
}

/** The bytes of a file with its name and type. */
export function fileResponse(file: StoredFile): Response {
  const name = encodeURIComponent(file.name);
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': typeOf(file),
      'content-length': String(file.bytes.length),
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    },
  });
}
