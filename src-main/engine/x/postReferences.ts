import type { XPost } from './xClient.ts';

/** The ids of the posts that a post quotes. */
export const listQuotedIds = ({ references }: Pick<XPost, 'references'>): string[] =>
  references.filter(({ type }) => type === 'quoted').map(({ id }) => id);

/** The post of a list one of whose versions has this id. */
export const findVersion = (posts: readonly XPost[], xId: string): XPost | undefined =>
  posts.find(({ editIds }) => editIds.includes(xId));
