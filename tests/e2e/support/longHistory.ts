import path from 'node:path';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { captureAll } from '../../../bench/ingest.ts';
import { createCaptureContext, openWorkspace } from '../../../bench/workspace.ts';
import { someMessage } from '../../support/builders.ts';
import { snowflake } from '../../support/snowflake.ts';

const MINUTE_MS = 60_000;
const BATCH = 1_000;

/** A customer whose whole history is stored before Perch starts; X does not know them, so they have no name. */
export const writerId = '4711';

/** Stores posts of one customer, the last a minute ago; those whose text begins with "Us:" are own replies. */
export async function storeLongHistory(userData: string, texts: readonly string[]): Promise<void> {
  const db = openWorkspace(path.join(userData, 'workspaces', 'demo'));
  const store = captureAll(createCaptureContext(db));
  const now = Date.now();
  const messages = texts.map((text, n) => toMessage(text, now - (texts.length - n) * MINUTE_MS, n));
  for (let at = 0; at < messages.length; at += BATCH) {
    await store(messages.slice(at, at + BATCH));
  }
  db.close();
}

function toMessage(text: string, at: number, n: number): CapturedMessage {
  const xId = snowflake(at, n % 4_000);
  const role = text.startsWith('Us:') ? { role: 'own' as const } : {};
  return someMessage({ text, at, xId, versionXId: xId, threadId: xId, personId: writerId, ...role });
}
