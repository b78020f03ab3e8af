import type { AppError } from '#shared/errors.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { FakeX } from '../../support/fakeX.ts';
import { behind } from './support.ts';

/** X cannot be reached. */
export const offline = { code: 'offline' } as const;
/** X rejects a page token. */
export const refused = { code: 'refusedByX', status: 400, detail: 'The token is not valid' } as const;

/** X returns `count` more pages of private messages, and then times out. */
export function breakAfter(x: FakeX, count: number): void {
  let calls = 0;
  x.spoil = (name) => {
    if (name === 'listDms') calls += 1;
    return name === 'listDms' && calls > count ? { code: 'timedOut' } : null;
  };
}

/** X responds to calls for private messages with these errors (null: a page), in turn; the last one repeats. */
export function respondInTurn(x: FakeX, responses: readonly (AppError | null)[]): void {
  let calls = 0;
  x.spoil = (name) =>
    name === 'listDms' ? (responses[Math.min(calls++, responses.length - 1)] ?? null) : null;
}

/** The page tokens of the calls for private messages so far, null for the newest page. */
export const tokens = ({ calls }: FakeX) =>
  calls.filter(({ name }) => name === 'listDms').map(({ token }) => token ?? null);

/** A workspace with a gap of 450 messages of which 220 have been fetched: the newest 20 and two pages. */
export async function halfRead(dmTokens: FakeX['dmTokens'] = 'places') {
  const world = await behind(450);
  world.x.dmTokens = dmTokens;
  // More than three minutes after the newest message, so that the next poll need not read known ones again.
  world.clock.jump(MINUTE_MS);
  breakAfter(world.x, 3);
  await world.poller.pollNow();
  world.x.calls.length = 0;
  world.x.spoil = () => null;
  return world;
}
