import { onTestFinished } from 'vitest';
import { all } from '#engine/store/sql.ts';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import { testFolder } from '../../../support/openTestDb.ts';
import { type FailingEngine, startOnFailingDb } from '../../../support/startOnFailingDb.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

/** An engine with one conversation. */
export interface World extends FailingEngine {
  readonly conversationId: string;
}

/** Starts it until the test ends. */
export async function begin(): Promise<World> {
  const engine = await startOnFailingDb(testFolder());
  onTestFinished(() => engine.stop());
  const { id } = engine.control.mention({ from: 'anna', text: 'Where is it?' });
  await engine.handle('capture.pollNow', {});
  await engine.pass(SECOND);
  return { ...engine, conversationId: `c${id}` };
}

/** The number of rows in the store, bypassing the failing disk. */
export const count = ({ store }: World, text: string, ...values: string[]) =>
  all(store, text, ...values).length;

/** How often a text appears in a conversation. */
export const countStored = (world: World, text: string) =>
  count(
    world,
    `SELECT 1 FROM messages WHERE role = 'wanted' AND conversation_id IS NOT NULL AND text LIKE '%' || ?`,
    text,
  );

/** How often a reply exists on X. */
export function countOnX({ control }: World, text: string): number {
  const { sentPosts, sentDms } = control.state();
  return [...sentPosts, ...sentDms].filter((sent) => sent.text.endsWith(text)).length;
}

/** The reply with this text, as an agent sees it. */
export async function entryOf(world: World, text: string): Promise<OutboxEntry | undefined> {
  const listed = await world.handle('outbox.list', {});
  if (!listed.ok) throw new Error(`The outbox was not listed: ${JSON.stringify(listed.error)}`);
  return listed.value.items.find((entry) => entry.text === text);
}

/** Makes the decisions of an agent until the reply is sent. */
export async function bringToX(world: World, text: string): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await world.pass(2 * MINUTE);
    const entry = await entryOf(world, text);
    if (!entry || entry.state === 'sent') return;
    if (entry.state === 'unknown') await world.handle('outbox.retry', { id: entry.id });
    else if (entry.error?.code === 'lookAgain') await world.handle('outbox.confirm', { id: entry.id });
  }
}

/** Sends a reply to the outbox. */
export const send = ({ handle, conversationId }: World, text: string, undoMs = 0) =>
  handle('replies.send', { conversationId, channel: 'dm', text, undoMs });
