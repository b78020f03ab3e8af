import type { Db } from '../store/open.ts';
import { listOwnPublicPosts, type OwnPublicPost } from '../store/ownTexts.ts';
import type { GuardContext } from './guard.ts';
import { toPage, toSite } from './hosts.ts';
import type { LocateFacts } from './personal/detector.ts';
import { locatePersonalData } from './personal/locatePersonalData.ts';

/** What the company itself has posted in public. */
export interface Learned {
  /** How many people were told this number or address, by its key. */
  readonly toldTo: ReadonlyMap<string, number>;
  /** How many posts link to a site. */
  readonly sites: ReadonlyMap<string, number>;
  /** The pages (`toPage`) that were not there when X looked last. */
  readonly deadPages: ReadonlySet<string>;
  /** How many posts have a link. */
  readonly withLink: number;
}

interface Kept {
  readonly at: number;
  readonly facts: string;
  readonly learned: Learned;
}

/** What was learned is good for so long; one more post hardly changes it. */
const KEPT_MS = 10 * 60_000;
const kept = new WeakMap<Db, Kept>();

/** Learns from the newest posts of the account; the result is kept for ten minutes. */
export function learnFromPosts({ db, clock }: GuardContext, facts: LocateFacts): Learned {
  const now = clock.elapsedMs();
  const known = kept.get(db);
  const wanted = JSON.stringify(facts.countries);
  if (known && now - known.at < KEPT_MS && known.facts === wanted) return known.learned;
  const learned = learn(db, facts);
  kept.set(db, { at: now, facts: wanted, learned });
  return learned;
}

function learn(db: Db, facts: LocateFacts): Learned {
  const toldTo = new Map<string, Set<string>>();
  const sites = new Map<string, number>();
  const posts = listOwnPublicPosts(db);
  let withLink = 0;
  for (const { personId, text, links } of posts) {
    if (/[@\d]/.test(text)) {
      for (const { key } of locatePersonalData(text, facts)) {
        toldTo.set(key, (toldTo.get(key) ?? new Set()).add(personId));
      }
    }
    const linked = new Set(links.flatMap(({ url }) => toSite(url) ?? []));
    if (linked.size > 0) withLink += 1;
    for (const site of linked) sites.set(site, (sites.get(site) ?? 0) + 1);
  }
  const people = new Map([...toldTo].map(([key, told]) => [key, told.size]));
  return { toldTo: people, sites, deadPages: findDeadPages(posts), withLink };
}

/** What X found when the newest post with a page was captured decides. */
function findDeadPages(posts: readonly OwnPublicPost[]): Set<string> {
  const links = posts.flatMap((post) => post.links).toReversed();
  const isDead = new Map(links.map((link) => [toPage(link.shown), link.isDead === true]));
  return new Set([...isDead].flatMap(([page, isGone]) => (isGone ? [page] : [])));
}
