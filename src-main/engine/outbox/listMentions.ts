import type { EngineOutput } from '#shared/contract/engine.ts';
import type { EngineContext } from '../context/context.ts';
import { getPostAuthor, listPostMentions } from '../store/postMentions.ts';

type Mention = EngineOutput<'replies.options'>['mentions'][number];

/**
 * Whom X would mention in a reply to a post, besides those whom its text names: the author, who cannot be left out, and whom the post
 * mentions, but for the account itself. Posts that were captured by an earlier Perch mention nobody, as far as is known.
 */
export function listMentions({ db, account }: Pick<EngineContext, 'db' | 'account'>, xId: string): Mention[] {
  const author = getPostAuthor(db, xId);
  if (!author) return [];
  const own = account()?.id;
  const others = listPostMentions(db, xId).filter(({ userId }) => userId !== author.userId && userId !== own);
  return [{ ...author, required: true }, ...others.map((one) => ({ ...one, required: false }))].filter(
    ({ userId }) => userId !== own,
  );
}
