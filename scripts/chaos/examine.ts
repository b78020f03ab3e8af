import { join } from 'node:path';
import Database from 'better-sqlite3';
import { STORE_FILE } from '#engine/store/open.ts';
import type { EngineProcess } from './engineProcess.ts';
import type { Figures } from './figures.ts';
import type { Story } from './story.ts';

/** What stands on X because Perch sent it. */
interface Arrived {
  readonly text: string;
  readonly channel: 'public' | 'dm';
  readonly handle: string | undefined;
}

/** Compares what the engine says of its answers with what X has. */
export async function examineAnswers(
  story: Story,
  engine: Pick<EngineProcess, 'call'>,
): Promise<Pick<Figures, 'lost' | 'doubled' | 'astray' | 'unknownLeft'>> {
  const entries = (await engine.call('outbox.list', {}))?.items ?? [];
  const recorded = new Set(entries.map(({ text }) => text));
  const arrived = listArrived(story);
  const times = (text: string) => arrived.filter((one) => one.text === text).length;
  const all = new Set([...story.sent.keys(), ...recorded, ...arrived.map(({ text }) => text)]);
  return {
    // An answer that was confirmed has to be known, and one that is called sent has to be there.
    lost: [...story.confirmed].filter((text) => !recorded.has(text) || times(text) === 0).length,
    doubled: [...all].filter((text) => times(text) > (recorded.has(text) ? 1 : 0)).length,
    astray: arrived.filter((one) => !isAtItsAddress(story, one)).length,
    unknownLeft: entries.filter(({ state }) => state !== 'sent').length,
  };
}

function listArrived({ control, written }: Story): Arrived[] {
  const { sentPosts, sentDms } = control.state();
  return [
    ...sentPosts.map(({ text, inReplyToId }) => ({
      text: text.replace(/^@\w+ /, ''),
      channel: 'public' as const,
      handle: written.get(inReplyToId ?? ''),
    })),
    ...sentDms.map(({ text, to }) => ({ text, channel: 'dm' as const, handle: to })),
  ];
}

function isAtItsAddress({ sent }: Story, { text, channel, handle }: Arrived): boolean {
  const address = sent.get(text);
  return address?.channel === channel && address.handle === handle;
}

/** Reads the store of an engine that has ended: what people wrote is there once each, and SQLite finds it whole. */
export function examineStore(story: Story): Pick<Figures, 'lost' | 'doubled' | 'broken'> {
  const db = new Database(join(story.dir, STORE_FILE), { readonly: true });
  try {
    const isWhole = db.pragma('quick_check', { simple: true }) === 'ok';
    return isWhole ? { ...countMessages(db, story), broken: 0 } : broken;
  } catch {
    return broken;
  } finally {
    db.close();
  }
}

const broken = { lost: 0, doubled: 0, broken: 1 };

function countMessages(db: Database.Database, { written, control }: Story) {
  const read = (text: string) => db.prepare<[], string>(text).pluck().all();
  const stored = read(`SELECT x_id FROM messages WHERE role = 'wanted' AND conversation_id IS NOT NULL`);
  const own = read(`SELECT x_id FROM messages WHERE role = 'own'`);
  const { sentPosts, sentDms } = control.state();
  const sent = new Set([...sentPosts, ...sentDms].map(({ id }) => id));
  return {
    lost:
      [...written.keys()].filter((id) => !stored.includes(id)).length +
      [...sent].filter((id) => !own.includes(id)).length,
    doubled: stored.length - new Set(stored).size + own.length - new Set(own).size,
  };
}
