import { chanceOf } from './random.ts';
import { schedule } from './world/happening.ts';
import { requirePerson } from './world/people.ts';
import type { World } from './world/world.ts';

/** Where an agent wrote and a person answers. */
export type Channel = 'public' | 'dm';

/** What one person answers in one channel, one text for each thing that an agent writes there. */
export interface FollowUp {
  readonly handle: string;
  readonly channel: Channel;
  readonly delayMs: number;
  readonly texts: readonly string[];
}

/** What people without a follow-up answer: one of `texts`, once in each channel, with this probability. */
export interface Thanks {
  readonly texts: readonly string[];
  readonly delayMs: readonly [least: number, most: number];
  readonly probability: number;
}

/** How people react to what an agent writes. */
export interface ReactionRules {
  readonly followUps: readonly FollowUp[];
  readonly thanks: Thanks | null;
  readonly seed: number;
}

/** Something that an agent has just written to a person. */
export interface AgentWrote {
  readonly personId: string;
  readonly channel: Channel;
  /** The agent's post, which a public reaction answers. */
  readonly postId: string | null;
  readonly at: number;
}

/** Schedules what the person answers, if anything; the same world and rules always react alike. */
export function react(world: World, rules: ReactionRules, wrote: AgentWrote): void {
  const person = requirePerson(world, wrote.personId);
  const key = `${wrote.channel} ${person.handle}`;
  const used = world.reactionsUsed.get(key) ?? 0;
  const followUp = rules.followUps.find(
    (rule) => rule.channel === wrote.channel && rule.handle.toLowerCase() === person.handle.toLowerCase(),
  );
  const answer = followUp
    ? { text: followUp.texts[used], delayMs: followUp.delayMs }
    : toThanks(rules, `${key} ${world.accountId}`, used);
  world.reactionsUsed.set(key, used + 1);
  world.revision += 1;
  if (answer?.text !== undefined) scheduleAnswer(world, wrote, answer.text, wrote.at + answer.delayMs);
}

function toThanks(
  rules: ReactionRules,
  key: string,
  used: number,
): { text: string | undefined; delayMs: number } | null {
  const { thanks, seed } = rules;
  if (!thanks || used > 0 || chanceOf(key, seed) >= thanks.probability) return null;
  const [least, most] = thanks.delayMs;
  return {
    text: thanks.texts[Math.floor(chanceOf(`${key} text`, seed) * thanks.texts.length)],
    delayMs: Math.round(least + chanceOf(`${key} delay`, seed) * (most - least)),
  };
}

function scheduleAnswer(world: World, wrote: AgentWrote, text: string, dueAt: number): void {
  if (wrote.channel === 'dm') {
    const ends = { senderId: wrote.personId, recipientId: world.accountId };
    schedule(world, dueAt, { kind: 'dm', ...ends, text, origin: 'scenario' });
    return;
  }
  const account = requirePerson(world, world.accountId);
  schedule(world, dueAt, {
    kind: 'post',
    authorId: wrote.personId,
    text: `@${account.handle} ${text}`,
    origin: 'scenario',
    replyToId: wrote.postId ?? undefined,
  });
}
