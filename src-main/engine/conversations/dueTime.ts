import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { setDueTimes } from '../store/conversationChanges.ts';
import type { Db } from '../store/open.ts';

type ResponseTarget = Pick<WorkspaceSettings, 'responseTargetMinutes'>;

/**
 * When a conversation is due: `responseTargetMinutes` after the oldest message that waits for a reply, both in epoch ms.
 * While none waits, and while the conversation is pending or resolved, it has no due time.
 */
export function toDueAt(waitingSince: number, { responseTargetMinutes }: ResponseTarget): number {
  return waitingSince + responseTargetMinutes * MINUTE_MS;
}

/** Moves every due time after the response target has changed. */
export function updateDueTimes(db: Db, settings: ResponseTarget): void {
  setDueTimes(db, toDueAt(0, settings));
}
