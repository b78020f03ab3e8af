import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import type { XClient } from '../x/xClient.ts';

/** Lets questions be abandoned, so that stopping never waits for the network. */
export interface Stopping {
  /** The answer, or `engineGone` as soon as `stop` is called. */
  race<T>(ask: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>>;
  stop(): void;
  stopped(): boolean;
}

/** A fresh one, not stopped. */
export function untilStopped(): Stopping {
  const gone: Result<never, AppError> = err({ code: 'engineGone' });
  let stopped = false;
  let release: () => void = () => {};
  const stopping = new Promise<Result<never, AppError>>((resolve) => {
    release = () => resolve(gone);
  });
  return {
    race: (ask) => (stopped ? Promise.resolve(gone) : Promise.race([ask(), stopping])),
    stop: () => {
      stopped = true;
      release();
    },
    stopped: () => stopped,
  };
}

/** The same client, whose reading ends at once when `stopping` stops. */
export function stoppable(x: XClient, { race }: Stopping): XClient {
  return {
    ...x,
    getUsers: (...asked) => race(() => x.getUsers(...asked)),
    getPosts: (...asked) => race(() => x.getPosts(...asked)),
    listMentions: (...asked) => race(() => x.listMentions(...asked)),
    listDms: (...asked) => race(() => x.listDms(...asked)),
    listOwnPosts: (...asked) => race(() => x.listOwnPosts(...asked)),
    searchRecent: (...asked) => race(() => x.searchRecent(...asked)),
  };
}
