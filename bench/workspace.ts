import { dirname } from 'node:path';
import { v7 } from 'uuid';
import type { CaptureContext } from '#engine/capture/feed.ts';
import { type Db, openStore } from '#engine/store/open.ts';

/** Opens the store of a workspace as the engine does. */
export function openWorkspace(dir: string): Db {
  const opened = openStore(dir);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** A context in which capture can store pages but not reach X. */
export function createCaptureContext(db: Db): CaptureContext {
  const unused = () => {
    throw new Error('the benchmark has no connection to X');
  };
  const x = {
    getMe: unused,
    getUsers: async () => ({ ok: true, value: [] }) as const,
    listMentions: unused,
    listDms: unused,
    listDmsWith: unused,
    getDmMedia: unused,
    listOwnPosts: unused,
    listQuotes: unused,
    searchRecent: unused,
    countPosts: unused,
    getPosts: unused,
    createReply: unused,
    sendDm: unused,
    beginUpload: unused,
    appendUpload: unused,
    finishUpload: unused,
    getUpload: unused,
    describeUpload: unused,
    deletePost: unused,
    hideReply: unused,
    mute: unused,
    blockDms: unused,
  };
  const clock = { now: Date.now, elapsedMs: () => performance.now(), after: () => () => {} };
  const xClock = { toXTime: (at: number) => at };
  return { db, dataDir: dirname(db.name), clock, x, xClock, log: () => {}, newId: v7, emit: () => {} };
}
