import { z } from 'zod';
import type { Clock } from '#shared/clock.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { SECOND_MS } from '#shared/time.ts';
import { type CallPurpose, toPurpose, type Uploading } from '../calls.ts';
import type { XClient, XUpload } from '../xClient.ts';
import type { Call } from './call.ts';
import { isOutOfScope, toAppError } from './failures.ts';
import type { XRequest } from './httpTransport.ts';
import { paths } from './requests.ts';

export type Uploads = Pick<
  XClient,
  'beginUpload' | 'appendUpload' | 'finishUpload' | 'getUpload' | 'describeUpload'
>;

/** What X keeps an upload for, if it does not say. */
const USUAL_LIFE_S = 86_400;
const USUAL_CHECK_S = 1;

const UploadBody = z.object({
  data: z.object({
    id: z.string().regex(/^\d{1,19}$/),
    expires_after_secs: z.number().nullish().catch(null),
    processing_info: z
      .object({
        state: z.string(),
        check_after_secs: z.number().nullish().catch(null),
        error: z.object({ message: z.string().nullish(), name: z.string().nullish() }).nullish().catch(null),
      })
      .nullish(),
  }),
});

/**
 * The calls of an upload in segments. twitter-api-v2 has a helper for all of them together; it takes a file for processed if X names no
 * time to ask again, and cannot be resumed.
 */
export function createUploads(call: Call, { clock }: { readonly clock: Clock }): Uploads {
  const make = async (name: Uploading, given: CallPurpose | undefined, request: XRequest) => {
    const result = await call(name, toPurpose(name, given), request);
    if (result.ok) return result;
    if (result.error.kind === 'blocked') return err(result.error.error);
    const error: AppError = isOutOfScope(result.error)
      ? { code: 'permissionMissing', scope: 'media.write' }
      : toAppError(result.error, clock.now());
    return err(error);
  };
  const post = (name: Uploading, given: CallPurpose | undefined, path: string, body: XRequest['body'] = {}) =>
    make(name, given, { method: 'POST', path, body });
  return {
    beginUpload: async ({ type, category, bytes }, purpose) => {
      const body = { media_type: type, media_category: category, total_bytes: bytes };
      return toUpload(await post('beginUpload', purpose, paths.beginUpload, body));
    },
    appendUpload: async ({ mediaId, index, segment }, purpose) => {
      const form = { segment_index: String(index), media: segment };
      const request = { method: 'POST', path: paths.appendUpload(mediaId), form } as const;
      return toNothing(await make('appendUpload', purpose, request));
    },
    finishUpload: async (mediaId, purpose) =>
      toUpload(await post('finishUpload', purpose, paths.finishUpload(mediaId))),
    getUpload: async (mediaId, purpose) => {
      const query = { command: 'STATUS', media_id: mediaId };
      return toUpload(await make('getUpload', purpose, { method: 'GET', path: paths.upload, query }));
    },
    describeUpload: async ({ mediaId, altText }, purpose) => {
      const body = { id: mediaId, metadata: { alt_text: { text: altText } } };
      return toNothing(await post('describeUpload', purpose, paths.mediaMetadata, body));
    },
  };
}

const toNothing = (result: Result<unknown, AppError>): Result<null, AppError> =>
  result.ok ? ok(null) : result;

function toUpload(result: Result<unknown, AppError>): Result<XUpload, AppError> {
  if (!result.ok) return result;
  const body = UploadBody.safeParse(result.value);
  if (!body.success) return err({ code: 'xFailed', status: 200, detail: 'the response could not be read' });
  const { id: mediaId, expires_after_secs, processing_info: info } = body.data.data;
  const lifeMs = (expires_after_secs ?? USUAL_LIFE_S) * SECOND_MS;
  if (!info || info.state === 'succeeded') return ok({ mediaId, lifeMs, processing: null });
  if (info.state === 'failed') {
    const detail = info.error?.message ?? info.error?.name ?? '';
    return ok({ mediaId, lifeMs, processing: { kind: 'failed', detail } });
  }
  const checkAfterMs = Math.max(info.check_after_secs ?? USUAL_CHECK_S, USUAL_CHECK_S) * SECOND_MS;
  return ok({ mediaId, lifeMs, processing: { kind: 'running', checkAfterMs } });
}
