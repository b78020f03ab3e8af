import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import type { Uploading } from '../x/calls.ts';
import type { XClient } from '../x/xClient.ts';

/** Lets calls be abandoned, so that stopping never waits for the network. */
export interface StopSignal {
  /** Resolves with the result of `call`, or with `engineGone` as soon as `stop` is called. */
  race<T>(call: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>>;
  stop(): void;
  isStopped(): boolean;
}

/** Creates a signal that is not stopped. */
export function createStopSignal(): StopSignal {
  const gone: Result<never, AppError> = err({ code: 'engineGone' });
  let isStopped = false;
  let release: () => void = () => {};
  const stopping = new Promise<Result<never, AppError>>((resolve) => {
    release = () => resolve(gone);
  });
  return {
    race: (call) => (isStopped ? Promise.resolve(gone) : Promise.race([call(), stopping])),
    stop: () => {
      isStopped = true;
      release();
    },
    isStopped: () => isStopped,
  };
}

/** What capture calls. A read that is added to the client and not wrapped below does not compile. */
type CaptureRead = Exclude<
  keyof XClient,
  | 'getMe'
  | 'countPosts'
  | 'listDmsWith'
  | 'createReply'
  | 'sendDm'
  | Uploading
  | 'deletePost'
  | 'hideReply'
  | 'mute'
  | 'blockDms'
>;

/** The same client, except that every read of capture ends at once when the signal stops. */
export function toStoppableClient(x: XClient, { race }: StopSignal): XClient {
  const reads: Pick<XClient, CaptureRead> = {
    getUsers: (...args) => race(() => x.getUsers(...args)),
    getPosts: (...args) => race(() => x.getPosts(...args)),
    listMentions: (...args) => race(() => x.listMentions(...args)),
    listDms: (...args) => race(() => x.listDms(...args)),
    getDmMedia: (...args) => race(() => x.getDmMedia(...args)),
    listOwnPosts: (...args) => race(() => x.listOwnPosts(...args)),
    listQuotes: (...args) => race(() => x.listQuotes(...args)),
    searchRecent: (...args) => race(() => x.searchRecent(...args)),
  };
  return { ...x, ...reads };
}
