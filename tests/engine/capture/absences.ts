import { expect } from 'vitest';
import type { Gap } from '#shared/domain/capture.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import type { TestEngine } from '../../support/startTestEngine.ts';
import { startLimited } from './support.ts';

const terms = { all: ['parcel'], any: [], phrases: [], hashtags: [], none: [], lang: null };
/** Length of X's rate limit windows, in milliseconds. */
export const WINDOW = 15 * MINUTE_MS;

type Kind = 'mention' | 'dm' | 'own' | 'hit';

/** Writes `count` items of a kind, one every `everyMs`, the first one that long after `from`. */
export function write(engine: TestEngine, kind: Kind, count: number, from: number, everyMs: number): void {
  const { control } = engine;
  for (let n = 1; n <= count; n += 1) {
    const at = from + n * everyMs;
    const person = `person${n % 30}`;
    if (kind === 'mention') control.mention({ from: person, text: `mention ${n}`, at });
    if (kind === 'dm') control.dm({ from: person, text: `message ${n}`, at });
    if (kind === 'own') control.ownPost({ text: `news ${n}`, at });
    if (kind === 'hit') control.post({ from: person, text: `parcel ${n}`, at });
  }
}

/** The gaps of each kind of source that has any; expects all sources to be captured up to now. */
export async function gapsOf(engine: TestEngine): Promise<Record<string, Gap[]>> {
  const { sources } = await engine.call('capture.status', {});
  for (const { id, capturedThrough } of sources)
    expect([id, capturedThrough]).toEqual([id, engine.clock.now()]);
  return Object.fromEntries(
    sources.filter(({ gaps }) => gaps.length > 0).map(({ kind, gaps }) => [kind, gaps]),
  );
}

/** Runs a poll cycle over all sources. */
export const poll = (engine: TestEngine) => engine.call('capture.pollNow', {});
/** The calls that X rejected because of a rate limit. */
export const refused = (engine: TestEngine) =>
  engine.control.state().requestLog.filter(({ status }) => status === 429);

/** An engine with the rate limits of X that has polled all its sources and was then closed for `ms`. */
export async function away(ms: number, during: (engine: TestEngine, left: number) => void) {
  const engine = await startLimited();
  await engine.call('savedSearches.save', { name: 'Parcels', terms, takesAll: false });
  for (const kind of ['mention', 'dm', 'own', 'hit'] as const)
    write(engine, kind, 1, engine.clock.now() - HOUR_MS, 1);
  await poll(engine);
  const left = engine.clock.now();
  await engine.restart({}, () => {
    engine.clock.jump(ms);
    during(engine, left);
  });
  return { engine, left, now: engine.clock.now() };
}

/** A gap that X does not show any more. */
export const lost = (from: number, to: number, reason: Gap['reason'] = 'horizon'): Gap => ({
  from,
  to,
  reason,
  recoverable: false,
});
/** A gap that X still shows. */
export const fillable = (from: number, to: number, reason: Gap['reason'] = 'away'): Gap => ({
  from,
  to,
  reason,
  recoverable: true,
});
