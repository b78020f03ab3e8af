import type { Clock } from '#shared/clock.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type CallPurpose, type Moderating, toPurpose } from '../calls.ts';
import type { XClient } from '../xClient.ts';
import type { Call } from './call.ts';
import { isOutOfScope, toAppError } from './failures.ts';
import type { XRequest } from './httpTransport.ts';
import { paths } from './requests.ts';

export type Moderation = Pick<XClient, 'deletePost' | 'hideReply' | 'mute' | 'blockDms'>;

/** The permission that each of these calls needs. */
const neededScopes: Readonly<Record<Moderating, string>> = {
  deletePost: 'tweet.write',
  hideReply: 'tweet.moderate.write',
  muteUser: 'mute.write',
  unmuteUser: 'mute.write',
  blockDms: 'dm.write',
  unblockDms: 'dm.write',
};

interface Options {
  readonly clock: Clock;
  readonly ownId: () => string | null;
}

/** The calls that delete, hide, mute and block. Each may be repeated: X leaves what is done already as it is. */
export function createModeration(call: Call, { clock, ownId }: Options): Moderation {
  const change = async (
    name: Moderating,
    purpose: CallPurpose | undefined,
    request: XRequest,
  ): Promise<Result<null, AppError>> => {
    const result = await call(name, toPurpose(name, purpose), request);
    if (result.ok) return ok(null);
    if (result.error.kind === 'blocked') return err(result.error.error);
    return err(
      isOutOfScope(result.error)
        ? { code: 'permissionMissing', scope: neededScopes[name] }
        : toAppError(result.error, clock.now()),
    );
  };
  return {
    deletePost: (postId, purpose) =>
      change('deletePost', purpose, { method: 'DELETE', path: paths.post(postId) }),
    hideReply: ({ postId, hidden }, purpose) =>
      change('hideReply', purpose, { method: 'PUT', path: paths.hidden(postId), body: { hidden } }),
    mute: async ({ userId, muted }, purpose) => {
      const own = ownId();
      if (own === null) return err({ code: 'notConnected' });
      return muted
        ? await change('muteUser', purpose, {
            method: 'POST',
            path: paths.muting(own),
            body: { target_user_id: userId },
          })
        : await change('unmuteUser', purpose, { method: 'DELETE', path: paths.muted(own, userId) });
    },
    blockDms: ({ userId, blocked }, purpose) =>
      change(blocked ? 'blockDms' : 'unblockDms', purpose, {
        method: 'POST',
        path: paths.dmBlock(userId, blocked ? 'block' : 'unblock'),
        body: {},
      }),
  };
}
