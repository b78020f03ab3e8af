import { z } from 'zod';
import { MINUTE_MS } from '#shared/time.ts';
import { nextIdAt } from '../base/ids.ts';
import type { NewPoll, Poll, Post } from './model.ts';
import type { World } from './world.ts';

/** The input for a poll, within the limits of X. */
export const POLL = z.strictObject({
  options: z.array(z.string().min(1).max(25)).min(2).max(4),
  durationMinutes: z.int().min(5).max(10_080).optional(),
});

/** A poll that starts at `at` and has no votes yet. */
export function createPoll(
  { options, durationMinutes = 1_440 }: NewPoll,
  at: number,
  isTaken: (id: string) => boolean,
): Poll {
  return {
    id: nextIdAt(at, isTaken),
    options: options.map((label) => ({ label, votes: 0 })),
    durationMinutes,
    endsAt: at + durationMinutes * MINUTE_MS,
  };
}

/** Adds votes for the option at `position`, which counts from 1. Returns false if the post has no such option. */
export function castVotes(world: World, post: Post, position: number, votes: number): boolean {
  const option = post.poll?.options[position - 1];
  if (!option) return false;
  option.votes += votes;
  world.revision += 1;
  return true;
}
