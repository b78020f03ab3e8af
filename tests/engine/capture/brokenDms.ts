import type { AppError } from '#shared/errors.ts';
import type { FakeX } from '../../support/fakeX.ts';
import { behind } from './support.ts';

/** No way to X. */
export const offline = { code: 'offline' } as const;
/** X does not know the token of a page. */
export const refused = { code: 'refusedByX', status: 400, detail: 'The token is not valid' } as const;

/** From now on X answers `answered` more times about private messages, and then no more. */
export function breakAfter(x: FakeX, answered: number): void {
  let asked = 0;
  x.spoil = (name) => {
    if (name === 'listDms') asked += 1;
    return name === 'listDms' && asked > answered ? { code: 'timedOut' } : null;
  };
}

/** What X answers about private messages, one call after the other; the last of these to all that follow. */
export function answerInTurn(x: FakeX, answers: readonly (AppError | null)[]): void {
  let asked = 0;
  x.spoil = (name) => (name === 'listDms' ? (answers[Math.min(asked++, answers.length - 1)] ?? null) : null);
}

/** The tokens with which private messages were asked for, null for the newest page. */
export const tokens = ({ calls }: FakeX) =>
  calls.filter(({ name }) => name === 'listDms').map(({ token }) => token ?? null);

/** A gap of which 220 of 450 messages are read: the newest 20, and two pages. */
export async function halfRead(dmTokens: FakeX['dmTokens'] = 'places') {
  const watching = await behind(450);
  watching.x.dmTokens = dmTokens;
  breakAfter(watching.x, 3);
  await watching.poller.pollNow();
  watching.x.calls.length = 0;
  watching.x.spoil = () => null;
  return watching;
}
