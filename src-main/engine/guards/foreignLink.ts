import { listPostLinks } from '#shared/domain/postLinks.ts';
import type { Guard, GuardContext } from './guard.ts';
import { toHost, toPage, toSite } from './hosts.ts';
import { learnFromPosts } from './learnFromPosts.ts';
import { toLocateFacts } from './personalData.ts';

/** Links to X itself, such as to a post or into private messages. */
const ofX: ReadonlySet<string> = new Set(['x.com', 'twitter.com', 't.co']);
/** A site that so many own posts have linked to is one of the company's. */
const OFTEN = 2;
/** With fewer posts to learn from, and no list, nobody can tell what is foreign. */
const ENOUGH = 50;

/** Links to hosts that the settings do not list and the company's own posts do not lead to. */
export const foreignLink: Guard<'foreignLink'> = (ctx, { text }) => {
  const links = listForeignHosts(ctx, text);
  return links.length === 0 ? null : { code: 'foreignLink', links };
};

/** The hosts of such links in a text, each once. */
export function listForeignHosts(ctx: GuardContext, text: string): string[] {
  const found = listPostLinks(text).flatMap(({ text: address }) => toHost(address) ?? []);
  const unlisted = [...new Set(found)].filter((host) => !isListed(host, ctx.settings.companyLinks));
  if (unlisted.length === 0) return [];
  const { sites, withLink } = learnFromPosts(ctx, toLocateFacts(ctx.settings));
  if (ctx.settings.companyLinks.length === 0 && withLink < ENOUGH) return [];
  return unlisted.filter((host) => (sites.get(toSite(host) ?? '') ?? 0) < OFTEN);
}

/** The links in a text to pages that were not there when X looked last, as they are written. */
export function listDeadLinks(ctx: GuardContext, text: string): string[] {
  const { deadPages } = learnFromPosts(ctx, toLocateFacts(ctx.settings));
  if (deadPages.size === 0) return [];
  return listPostLinks(text).flatMap(({ text: address }) =>
    deadPages.has(toPage(address)) ? [address] : [],
  );
}

const isListed = (host: string, listed: readonly string[]): boolean =>
  ofX.has(toSite(host) ?? '') || listed.some((own) => host === own || host.endsWith(`.${own}`));
