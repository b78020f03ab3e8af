import { hashToUnit } from '../base/random.ts';
import { requirePerson } from './people.ts';
import { scheduleEvent } from './schedule.ts';
import { findAskedScale, type Surveyed } from './surveyed.ts';
import type { World } from './world.ts';

/** Where an agent writes and a person reacts. */
export type Channel = 'public' | 'dm';

/** What one person writes back in one channel: the n-th text to the agent's n-th message. */
export interface FollowUp {
  readonly handle: string;
  readonly channel: Channel;
  readonly delayMs: number;
  readonly texts: readonly string[];
}

/** What people without a follow-up write back: one of `texts`, once per channel, with this probability. */
export interface Thanks {
  readonly texts: readonly string[];
  readonly delayMs: readonly [min: number, max: number];
  readonly probability: number;
}

/** What people write in private, once each, when a public reply asks them to. */
export interface HandedOver {
  readonly texts: readonly string[];
  readonly delayMs: readonly [min: number, max: number];
}

/** How people react to what an agent writes. */
export interface ReactionRules {
  readonly followUps: readonly FollowUp[];
  readonly thanks: Thanks | null;
  readonly handedOver: HandedOver | null;
  readonly surveyed: readonly Surveyed[];
  readonly seed: number;
}

/** A reply or message that an agent has just sent to a person. */
export interface AgentMessage {
  readonly personId: string;
  readonly channel: Channel;
  /** The agent's post, which a public reaction replies to; null for a direct message. */
  readonly postId: string | null;
  readonly text: string;
  readonly at: number;
}

interface Reaction {
  /** Undefined once a follow-up has run out of texts. */
  readonly text: string | undefined;
  readonly delayMs: number;
}

/** Schedules the person's reaction, if any. Deterministic: it depends on the world, the rules and their seed only. */
export function scheduleReaction(world: World, rules: ReactionRules, message: AgentMessage): void {
  const person = requirePerson(world, message.personId);
  if (movesToPrivate(world, rules, message, person.handle)) return;
  if (tellsScore(world, rules, message, person.handle)) return;
  const key = `${message.channel} ${person.handle}`;
  const used = world.reactionsUsed.get(key) ?? 0;
  const followUp = rules.followUps.find(
    (rule) => rule.channel === message.channel && rule.handle.toLowerCase() === person.handle.toLowerCase(),
  );
  const reaction = followUp
    ? { text: followUp.texts[used], delayMs: followUp.delayMs }
    : pickThanks(rules, `${key} ${world.accountId}`, used);
  world.reactionsUsed.set(key, used + 1);
  world.revision += 1;
  if (reaction?.text !== undefined)
    scheduleText(world, message, reaction.text, message.at + reaction.delayMs);
}

/** What people understand as a request for a private message: X's link to one, or the words. */
const asksForDm = /\/messages\/compose\?recipient_id=|private message|privébericht|message privé/i;

/** Lets the person write in private if a public reply asks for it, the first time. Returns whether they will. */
function movesToPrivate(
  world: World,
  { handedOver, seed }: ReactionRules,
  { channel, text, personId, at }: AgentMessage,
  handle: string,
): boolean {
  const key = `handedOver ${handle}`;
  if (!handedOver || channel === 'dm' || !asksForDm.test(text) || world.reactionsUsed.has(key)) return false;
  world.reactionsUsed.set(key, 1);
  world.revision += 1;
  const said = handedOver.texts[Math.floor(hashToUnit(key, seed) * handedOver.texts.length)] ?? '';
  const dueAt = at + toDelay(handedOver.delayMs, hashToUnit(`${key} delay`, seed));
  const ends = { senderId: personId, recipientId: world.accountId };
  scheduleEvent(world, dueAt, { kind: 'dm', ...ends, text: said, origin: 'scenario' });
  return true;
}

/** Lets the person respond to a survey, and say nothing to the thanks for that. Returns whether the message was one of these. */
function tellsScore(
  world: World,
  { surveyed }: ReactionRules,
  message: AgentMessage,
  handle: string,
): boolean {
  const rule = surveyed.find((each) => each.handle.toLowerCase() === handle.toLowerCase());
  if (!rule || message.channel !== 'dm') return false;
  const key = `surveyed ${handle}`;
  const scale = findAskedScale(message.text);
  if (scale === null && world.reactionsUsed.get(key) !== 1) return false;
  world.reactionsUsed.set(key, scale === null ? 0 : 1);
  world.revision += 1;
  if (scale !== null) scheduleText(world, message, rule[scale], message.at + rule.delayMs);
  return true;
}

const toDelay = ([min, max]: readonly [number, number], share: number) =>
  Math.round(min + share * (max - min));

function pickThanks({ thanks, seed }: ReactionRules, key: string, used: number): Reaction | null {
  if (!thanks || used > 0 || hashToUnit(key, seed) >= thanks.probability) return null;
  return {
    text: thanks.texts[Math.floor(hashToUnit(`${key} text`, seed) * thanks.texts.length)],
    delayMs: toDelay(thanks.delayMs, hashToUnit(`${key} delay`, seed)),
  };
}

function scheduleText(world: World, message: AgentMessage, text: string, dueAt: number): void {
  if (message.channel === 'dm') {
    const ends = { senderId: message.personId, recipientId: world.accountId };
    scheduleEvent(world, dueAt, { kind: 'dm', ...ends, text, origin: 'scenario' });
    return;
  }
  const account = requirePerson(world, world.accountId);
  scheduleEvent(world, dueAt, {
    kind: 'post',
    authorId: message.personId,
    text: `@${account.handle} ${text}`,
    origin: 'scenario',
    replyToId: message.postId ?? undefined,
  });
}
