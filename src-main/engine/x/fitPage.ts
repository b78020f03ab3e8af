import type { CallName } from './callPurpose.ts';
import type { XCall } from './transport.ts';

/** The fewest items that X can be asked for in a page; what is asked for by ids has no pages. */
const fewest: Readonly<Partial<Record<CallName, number>>> = {
  listMentions: 5,
  listOwnPosts: 5,
  searchRecent: 10,
  listDms: 1,
  listDmsWith: 1,
};

/** The same call for a page of no more than `most` items, as far as X gives such small ones. */
export function fitPage(name: CallName, call: XCall, most: number): XCall {
  const least = fewest[name];
  const asked = call.query?.max_results;
  if (least === undefined || typeof asked !== 'number' || asked <= most) return call;
  return { ...call, query: { ...call.query, max_results: Math.max(least, Math.floor(most)) } };
}
