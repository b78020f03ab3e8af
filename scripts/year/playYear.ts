import type { Channel } from '#shared/domain/reply.ts';
import { playCrisis } from './crisisMoves.ts';
import type { Shop } from './openShop.ts';
import type { Moment, YearPlan } from './plan.ts';
import type { AgentKey } from './shop.ts';
import { playTeamMove, setUp, type Team } from './teamMoves.ts';

/** What happened in a conversation, as those know it who did it: the shop's own book, which the engine never reads. */
export type Entry = { readonly at: number; readonly matter: number } & (
  | { readonly what: 'write'; readonly channel: Channel }
  | { readonly what: 'reply'; readonly channel: Channel; readonly agent: AgentKey }
  | { readonly what: 'resolve'; readonly agent: AgentKey }
  | { readonly what: 'snooze'; readonly until: number }
);

export interface PlayedYear {
  /** In the order of time. */
  readonly entries: readonly Entry[];
  readonly team: Team;
  /** The ids of the conversations by the number of their matter. */
  readonly conversationIds: ReadonlyMap<number, string>;
}

/** What the player of a year remembers. */
export interface Year {
  readonly shop: Shop;
  readonly plan: YearPlan;
  readonly team: Team;
  readonly entries: Entry[];
  readonly conversationIds: Map<number, string>;
  /** What is still to come. */
  readonly moments: Moment[];
  /** Polls if something was written that the engine does not know yet. */
  readonly poll: () => Promise<void>;
}

/** What is called at the time of each moment, before it happens; `played` is what the book says so far. */
export type OnMoment = (moment: Moment, played: PlayedYear) => Promise<void>;

/**
 * Lets a year of a shop happen: customers write on the built-in X, the engine polls it as the time comes, and two agents reply through
 * the outbox. Nothing is stored but by the engine.
 */
export async function playYear(
  shop: Shop,
  plan: YearPlan,
  onMoment: OnMoment = async () => {},
): Promise<PlayedYear> {
  const team = await setUp(shop);
  let isNews = false;
  const year: Year = {
    shop,
    plan,
    team,
    entries: [],
    conversationIds: new Map(),
    moments: [...plan.moments],
    poll: async () => {
      if (!isNews) return;
      isNews = false;
      await shop.call('capture.pollNow', {});
      await shop.clock.leapTo(shop.clock.now());
    },
  };
  for (let moment = year.moments.shift(); moment; moment = year.moments.shift()) {
    await shop.clock.leapTo(moment.at);
    await onMoment(moment, year);
    if (moment.what === 'write' || moment.what === 'poll') isNews = true;
    await play(year, moment);
    await shop.clock.leapTo(moment.at);
  }
  await shop.clock.leapTo(plan.to);
  isNews = true;
  await year.poll();
  return year;
}

async function play(year: Year, moment: Moment): Promise<void> {
  switch (moment.what) {
    case 'write':
      return write(year, moment);
    case 'reply':
      return reply(year, moment);
    case 'resolve':
    case 'snooze':
      return settle(year, moment);
    case 'poll':
      return year.poll();
    case 'startCrisis':
    case 'tellEverybody':
    case 'told':
    case 'endCrisis':
      return playCrisis(year, moment);
    default:
      return playTeamMove(year, moment.what);
  }
}

type Of<What extends Moment['what']> = Extract<Moment, { readonly what: What }>;

function write({ shop, plan, entries, conversationIds }: Year, { at, matter, text }: Of<'write'>): void {
  const { customer, channel, language } = requireMatter(plan, matter);
  const { handle, name } = customer;
  shop.control.person({ handle, name, followers: 40 + ((matter * 53) % 900) });
  const { id } =
    channel === 'dm'
      ? shop.control.dm({ from: handle, text })
      : shop.control.mention({ from: handle, text, lang: language });
  if (!conversationIds.has(matter)) conversationIds.set(matter, `c${id}`);
  entries.push({ what: 'write', at, matter, channel });
}

async function reply(year: Year, { at, matter, text, agent }: Of<'reply'>): Promise<void> {
  const { shop, plan, team, entries } = year;
  const { channel } = requireMatter(plan, matter);
  await year.poll();
  await team.switchTo(agent);
  const conversationId = requireConversation(year, matter);
  const { outboxId } = await shop.call('replies.send', { conversationId, channel, text, undoMs: 0 });
  await shop.sent(outboxId);
  entries.push({ what: 'reply', at, matter, channel, agent });
}

async function settle(year: Year, moment: Of<'resolve' | 'snooze'>): Promise<void> {
  const { shop, team, entries } = year;
  const { at, matter, agent } = moment;
  await year.poll();
  await team.switchTo(agent);
  const id = requireConversation(year, matter);
  if (moment.what === 'snooze') {
    await shop.call('conversations.snooze', { id, until: moment.until });
    entries.push({ what: 'snooze', at, matter, until: moment.until });
  } else {
    await shop.call('conversations.setStatus', { id, status: 'resolved' });
    entries.push({ what: 'resolve', at, matter, agent });
  }
}

function requireMatter({ matters }: YearPlan, number: number) {
  const matter = matters[number];
  if (!matter) throw new Error(`The plan has no matter ${number}.`);
  return matter;
}

export function requireConversation(
  { conversationIds }: Pick<Year, 'conversationIds'>,
  matter: number,
): string {
  const id = conversationIds.get(matter);
  if (id === undefined) throw new Error(`Nobody has written about matter ${matter} yet.`);
  return id;
}
