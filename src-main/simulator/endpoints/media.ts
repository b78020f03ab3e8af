import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { noSuchPath } from '../http/problems.ts';
import type { ApiRequest } from '../http/request.ts';
import type { HttpResponse } from '../http/response.ts';
import { drawPortrait, idOfPortrait } from '../render/portrait.ts';
import type { Context } from '../state/context.ts';
import { getUploadedFile } from '../world/uploads.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

// A grey square, in place of X's default profile picture.
const DEFAULT_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNoaGj4DwAFhAKBzQ6x0wAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * GET /media/:name: a drawn portrait, an uploaded file or a picture from the scenario's photos folder, and nothing outside it.
 */
export function getMedia(context: Context, request: ApiRequest): HttpResponse {
  const name = basename(request.params.name ?? '');
  if (name === 'default_profile_normal.png') return picture(DEFAULT_PICTURE, 'image/png');
  const id = idOfPortrait(name);
  if (id !== null) return picture(drawPortrait(id), 'image/png');
  const type = TYPES[extname(name).toLowerCase()];
  const uploaded = getUploadedFile(context.uploaded, name);
  if (uploaded && type) return picture(uploaded, type);
  const path = join(context.photosDir ?? '', name);
  if (context.photosDir === null || !type || !existsSync(path)) return noSuchPath();
  return picture(readFileSync(path), type);
}

/**
 * GET /2/dm_conversations/media/:dm_id/:media_id/:resource_id: a file that is attached to a direct message; 404 if there is
 * none, or not any more.
 */
export function getDmMedia(context: Context, { params }: ApiRequest): HttpResponse {
  const keys = context.world.messages.get(params.dm_id ?? '')?.photoKeys ?? [];
  const photo = keys
    .flatMap((key) => context.world.photos.get(key) ?? [])
    .find(({ key }) => key.endsWith(`_${params.media_id}`));
  if (!photo || photo.file === '' || photo.file !== params.resource_id) return noSuchPath();
  const uploaded = getUploadedFile(context.uploaded, photo.file);
  if (uploaded) return bytes(uploaded);
  const path = join(context.photosDir ?? '', basename(photo.file));
  if (context.photosDir === null || !existsSync(path)) return noSuchPath();
  return bytes(readFileSync(path));
}

const bytes = (body: Buffer): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/octet-stream' },
  body,
});

function picture(body: Buffer, type: string): HttpResponse {
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'max-age=604800' }, body };
}
