import { join } from 'node:path';
import Database from 'better-sqlite3';
import { closeStore, openStore, STORE_FILE } from '#engine/store/open.ts';
import { checkIndex, indexNextMessages, isIndexBuilt } from '#engine/store/searchIndex.ts';
import type { EngineProcess } from './engineProcess.ts';
import type { Scenario } from './scenario.ts';
import type { Tally } from './tally.ts';

/** A reply that X received from Perch. */
interface ReceivedReply {
  readonly text: string;
  readonly channel: 'public' | 'dm';
  readonly handle: string | undefined;
  /** The reply below which it is, if it is below one: the part of a thread before it. */
  readonly after: string | undefined;
}

/** Compares the engine's outbox with the replies that X received. */
export async function checkReplies(
  scenario: Scenario,
  engine: Pick<EngineProcess, 'call'>,
): Promise<Pick<Tally, 'lost' | 'duplicated' | 'misplaced' | 'unresolved'>> {
  const entries = (await engine.call('outbox.list', {}))?.items ?? [];
  const recorded = new Set(entries.flatMap(({ text, parts }) => parts?.map((part) => part.text) ?? [text]));
  const mayBeSent = (text: string) => recorded.has(text) || scenario.forgotten.has(text);
  const received = listReceived(scenario);
  const timesReceived = (text: string) => received.filter((reply) => reply.text === text).length;
  const all = new Set([...scenario.requested.keys(), ...recorded, ...received.map(({ text }) => text)]);
  return {
    // A confirmed reply has to be in the outbox and on X.
    lost: [...scenario.confirmed].filter((text) => !recorded.has(text) || timesReceived(text) === 0).length,
    duplicated: [...all].filter((text) => timesReceived(text) > (mayBeSent(text) ? 1 : 0)).length,
    misplaced: received.filter((reply) => !isAsRequested(scenario, reply)).length,
    unresolved: entries.filter(({ state }) => state !== 'sent').length,
  };
}

function listReceived({ control, written, requested }: Scenario): ReceivedReply[] {
  const { sentPosts, sentDms } = control.state();
  // X adds the handle of the person unless the reply mentions them.
  const toText = (text: string) => (requested.has(text) ? text : text.replace(/^@\w+ /, ''));
  const posts = new Map<string, ReceivedReply>();
  for (const { id, text, inReplyToId } of sentPosts) {
    const before = posts.get(inReplyToId ?? '');
    const handle = before?.handle ?? written.get(inReplyToId ?? '');
    posts.set(id, { text: toText(text), channel: 'public', handle, after: before?.text });
  }
  return [
    ...posts.values(),
    ...sentDms.map(({ text, to }) => ({ text, channel: 'dm' as const, handle: to, after: undefined })),
  ];
}

function isAsRequested({ requested }: Scenario, { text, channel, handle, after }: ReceivedReply): boolean {
  const destination = requested.get(text);
  return destination?.channel === channel && destination.handle === handle && destination.after === after;
}

/**
 * Reads the store after the last engine has ended. Every message from X must be stored exactly once, and be exactly once in the search
 * index, and SQLite must find the file intact.
 */
export function checkStore(scenario: Scenario): Pick<Tally, 'lost' | 'duplicated' | 'broken'> {
  const db = new Database(join(scenario.dir, STORE_FILE), { readonly: true });
  try {
    const isIntact = db.pragma('quick_check', { simple: true }) === 'ok';
    return isIntact && isIndexWhole(scenario.dir) ? { ...countMessages(db, scenario), broken: 0 } : broken;
  } catch {
    return broken;
  } finally {
    db.close();
  }
}

function isIndexWhole(dir: string): boolean {
  const opened = openStore(dir);
  if (!opened.ok) return false;
  const db = opened.value;
  try {
    while (!isIndexBuilt(db)) indexNextMessages(db, 500);
    return checkIndex(db, 0, '');
  } finally {
    closeStore(db);
  }
}

const broken = { lost: 0, duplicated: 0, broken: 1 };

function countMessages(db: Database.Database, { written, control }: Scenario) {
  const read = (text: string) => db.prepare<[], string>(text).pluck().all();
  const stored = read(`SELECT x_id FROM messages WHERE role = 'wanted' AND conversation_id IS NOT NULL`);
  const own = read(`SELECT x_id FROM messages WHERE role = 'own'`);
  const { sentPosts, sentDms } = control.state();
  const sent = new Set([...sentPosts, ...sentDms].map(({ id }) => id));
  return {
    lost:
      [...written.keys()].filter((id) => !stored.includes(id)).length +
      [...sent].filter((id) => !own.includes(id)).length,
    duplicated: stored.length - new Set(stored).size + own.length - new Set(own).size,
  };
}
