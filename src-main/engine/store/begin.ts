import { z } from 'zod';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';
import { getSource, sourceIds } from './sources.ts';

const Begin = z.object({ isHeld: z.boolean(), since: z.number().nullable() });
/** How a workspace begins: whether reading is kept back, and since when it reads; null for everything that X shows. */
export type Begin = z.infer<typeof Begin>;

/** Workspaces that were never asked read everything, at once. */
const unasked: Begin = { isHeld: false, since: null };

export function getBegin(db: Db): Begin {
  return Begin.safeParse(getSetting(db, 'begin')).data ?? unasked;
}

export function putBegin(db: Db, begin: Begin): void {
  putSetting(db, 'begin', begin);
}

/** Whether a source of the account was ever polled, successfully or not. */
export function hasPolled(db: Db): boolean {
  return sourceIds.some((id) => getSource(db, id).lastPollAt !== null);
}
