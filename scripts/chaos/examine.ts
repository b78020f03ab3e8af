import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { EngineProcess } from './engineProcess.ts';
import type { Figures } from './figures.ts';
import { type Story, toMachineTime } from './story.ts';

type Findings = Pick<Figures, 'lost' | 'doubled' | 'unknownLeft'>;

/** Compares what the engine says of its answers with what X has. */
export async function examineAnswers(story: Story, engine: EngineProcess): Promise<Findings> {
  const entries = (await engine.call('outbox.list', {}))?.items ?? [];
  const recorded = new Set(entries.map(({ text }) => text));
  const onX = countTexts(story);
  const times = (text: string) => onX.get(text) ?? 0;
  const all = new Set([...story.sent, ...recorded, ...onX.keys()]);
  return {
    // An answer that was confirmed has to be known, and one that is called sent has to be there.
    lost: [...story.confirmed].filter((text) => !recorded.has(text) || times(text) === 0).length,
    doubled: [...all].filter((text) => times(text) > (recorded.has(text) ? 1 : 0)).length,
    unknownLeft: entries.filter(({ state }) => state !== 'sent').length,
  };
}

function countTexts({ control }: Story): Map<string, number> {
  const { sentPosts, sentDms } = control.state();
  const counts = new Map<string, number>();
  for (const { text } of [...sentPosts, ...sentDms]) {
    const words = text.replace(/^@\w+ /, '');
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
}

/** Reads the store of an engine that has ended: what people wrote is there once each, and SQLite finds it whole. */
export function examineStore({ dir, written, control }: Story): Pick<Figures, 'lost' | 'doubled' | 'broken'> {
  const db = new Database(join(dir, 'perch.sqlite'), { readonly: true });
  try {
    const text = `SELECT x_id FROM messages WHERE role = 'wanted' AND conversation_id IS NOT NULL`;
    const stored = db.prepare<[], string>(text).pluck().all();
    const own = db.prepare<[], string>(`SELECT x_id FROM messages WHERE role = 'own'`).pluck().all();
    const { sentPosts, sentDms } = control.state();
    const sent = new Set([...sentPosts, ...sentDms].map(({ id }) => id));
    return {
      lost:
        [...written].filter((id) => !stored.includes(id)).length +
        [...sent].filter((id) => !own.includes(id)).length,
      doubled: stored.length - new Set(stored).size + own.length - new Set(own).size,
      broken: db.pragma('quick_check', { simple: true }) === 'ok' ? 0 : 1,
    };
  } finally {
    db.close();
  }
}

/** How long a refusal may be on its way to the engine and to its store, in milliseconds of the machine's clock. */
const LEARNING_MS = 500;

/** Counts calls that were made although X had said, and the engine had time to learn, that it must wait. */
export function countEarlyCalls(story: Story): number {
  const closed = new Map<string, { readonly learntAt: number; readonly until: number }>();
  let early = 0;
  for (const { method, path, at, resetAt } of story.control.state().requestLog) {
    const endpoint = `${method} ${path.replace(/\d{2,}/g, ':id')}`;
    const madeAt = toMachineTime(story, at);
    const limit = closed.get(endpoint);
    if (limit && madeAt > limit.learntAt && at < limit.until) early += 1;
    const wasUnlearnt = story.kills.some((kill) => kill.at >= madeAt && kill.at < madeAt + LEARNING_MS);
    if (resetAt !== null && !wasUnlearnt) {
      closed.set(endpoint, { learntAt: madeAt + LEARNING_MS, until: resetAt });
    }
  }
  return early;
}
