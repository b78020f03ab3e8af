import { z } from 'zod';
import type { BudgetSettings, Prices } from '#shared/domain/cost.ts';
import type { CallName, FinishedCall, Moderating } from '../x/calls.ts';
import { priceOfReply } from './priceOfReply.ts';

/** What X charges for one call: for each item that it returned, or for what it did. */
interface Charge {
  /** The items that were read, by kind and id, such as `post:2124713518220443648`; charged once per UTC day each. */
  readonly things: readonly string[];
  readonly usdEach: number;
  /** What the call cost apart from its items. */
  readonly usd: number;
  readonly items: number;
}

const free: Charge = { things: [], usdEach: 0, usd: 0, items: 0 };

const reads: Readonly<Partial<Record<CallName, { readonly kind: string; readonly price: keyof Prices }>>> = {
  getMe: { kind: 'user', price: 'userRead' },
  getUsers: { kind: 'user', price: 'userRead' },
  getPosts: { kind: 'post', price: 'postRead' },
  searchRecent: { kind: 'post', price: 'postRead' },
  listOwnPosts: { kind: 'post', price: 'postRead' },
  listQuotes: { kind: 'post', price: 'postRead' },
  listMentions: { kind: 'post', price: 'mentionRead' },
  listDms: { kind: 'dm', price: 'dmRead' },
  listDmsWith: { kind: 'dm', price: 'dmRead' },
};

const actions: Readonly<Record<Moderating, 'deletePost' | 'moderate'>> = {
  deletePost: 'deletePost',
  hideReply: 'moderate',
  muteUser: 'moderate',
  unmuteUser: 'moderate',
  blockDms: 'moderate',
  unblockDms: 'moderate',
};

const isAction = (name: CallName): name is Moderating => Object.hasOwn(actions, name);

/**
 * The charge for a call at these prices. X charges for successful responses only; a send whose outcome is unclear counts,
 * since X may have charged for it. Of a page its items count, not the people and posts that come with them.
 */
export function toCharge(settings: BudgetSettings, call: FinishedCall): Charge {
  if (call.sentText !== null) return toSendCharge(settings, call, call.sentText);
  if (isAction(call.name)) return toActionCharge(settings, call.name, call.outcome);
  if (call.outcome !== 'good') return free;
  if (call.name === 'countPosts') return { ...free, usd: settings.prices.countRequest, items: 1 };
  const read = reads[call.name];
  if (!read) return free;
  const ids = readIds(call.body);
  const usdEach = priceOfItem(settings, call.name);
  return { things: ids.map((id) => `${read.kind}:${id}`), usdEach, usd: 0, items: ids.length };
}

/** The price of each item that such a call returns; 0 for a call that only does something. */
export function priceOfItem({ prices }: Pick<BudgetSettings, 'prices'>, name: CallName): number {
  const read = reads[name];
  return read ? Number(prices[read.price]) : 0;
}

function toActionCharge(
  { prices }: BudgetSettings,
  name: Moderating,
  outcome: FinishedCall['outcome'],
): Charge {
  return outcome === 'refused' ? free : { things: [], usdEach: 0, usd: prices[actions[name]], items: 1 };
}

function toSendCharge(
  settings: BudgetSettings,
  { name, outcome, purpose }: FinishedCall,
  text: string,
): Charge {
  if (outcome === 'refused') return free;
  const channel = name === 'sendDm' ? 'dm' : 'public';
  // X accepts a reply only if the person has summoned the account, or to one of its own posts.
  const summoned = purpose.repliesToSelf !== true;
  return { things: [], usdEach: 0, usd: priceOfReply(settings, { channel, text, summoned }), items: 1 };
}

const Item = z.object({ id: z.string() });

function readIds(body: unknown): string[] {
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : [];
  const items = Array.isArray(data) ? data : [data];
  return items.flatMap((item) => Item.safeParse(item).data?.id ?? []);
}
