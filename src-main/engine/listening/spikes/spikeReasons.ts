import { LARGE_ACCOUNT_FOLLOWERS } from '#shared/domain/spike.ts';
import type { SpikePost } from '../../store/slotCounts.ts';
import type { SpikeFigures } from '../../store/spikes.ts';
import { hashtagsOf } from '../hashtagsOf.ts';

/** A hashtag is a reason from this share of the posts on. */
const COMMON_SHARE = 0.3;

/** What the posts of a spike have in common: the hashtag of most of them, and how many large accounts wrote them. */
export function toSpikeReasons(posts: readonly SpikePost[]): Pick<SpikeFigures, 'hashtag' | 'largeAccounts'> {
  const counts = new Map<string, number>();
  for (const { text } of posts) {
    for (const name of hashtagsOf(text)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [top] = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const share = top ? top[1] / posts.length : 0;
  const large = posts.filter(({ followers }) => (followers ?? 0) >= LARGE_ACCOUNT_FOLLOWERS);
  return {
    hashtag: top && share >= COMMON_SHARE ? { name: top[0], share } : null,
    largeAccounts: new Set(large.map(({ authorId }) => authorId)).size,
  };
}
