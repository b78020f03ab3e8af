import { err, ok, type Result } from '#shared/result.ts';
import { invalidBody } from '../http/problems.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Context } from '../state/context.ts';
import type { Photo } from '../world/model.ts';
import { getUpload, isReady, toPhoto } from '../world/uploads.ts';

const MOST_PICTURES = 4;

/**
 * The pictures for a post or message, or X's refusal: for an id that the account has not uploaded, that has expired or is not
 * processed, that is for another channel, and for more than four pictures or more than one GIF.
 */
export function attachUploads(
  { world, clock }: Context,
  channel: 'tweet' | 'dm',
  ids: readonly string[],
): Result<Photo[], HttpResponse> {
  const now = clock.now();
  const uploads = ids.flatMap((id) => getUpload(world, id, now) ?? []);
  const isUsable = uploads.every((one) => isReady(one, now) && one.category.startsWith(`${channel}_`));
  if (uploads.length < ids.length || !isUsable) return err(invalidBody('Your media IDs are invalid.'));
  const pictures = uploads.filter(({ category }) => category.endsWith('_image'));
  const isAllowed =
    uploads.length === 1 || (pictures.length === uploads.length && ids.length <= MOST_PICTURES);
  return isAllowed
    ? ok(uploads.map(toPhoto))
    : err(invalidBody('You can attach up to four pictures, or one GIF or video.'));
}
