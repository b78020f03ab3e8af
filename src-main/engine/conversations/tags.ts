import { type Tag, TagColour } from '#shared/domain/tag.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { inTransaction } from '../store/sql.ts';
import { deleteTag, findTagNamed, getTag, insertTag, listTags, updateTag } from '../store/tags.ts';
import { recordActivity } from './recordActivity.ts';

/** Creates a tag. Without a colour it gets the one that the fewest tags have. Fails with `tagNameTaken`. */
export function createTag(
  ctx: EngineContext,
  { name, colour }: { readonly name: string; readonly colour?: TagColour | undefined },
): Result<Tag, AppError> {
  return change(ctx, () => {
    const taken = findTaken(ctx, name);
    if (taken) return taken;
    const tag = { id: ctx.newId(), name, colour: colour ?? chooseColour(listTags(ctx.db)), conversations: 0 };
    insertTag(ctx.db, tag, ctx.clock.now());
    return record(ctx, 'tagCreated', tag);
  });
}

/** Renames a tag or changes its colour. Fails with `notFound` and `tagNameTaken`. */
export function changeTag(
  ctx: EngineContext,
  changed: { readonly id: string; readonly name?: string; readonly colour?: TagColour },
): Result<Tag, AppError> {
  return change(ctx, () => {
    const before = getTag(ctx.db, changed.id);
    if (!before) return err({ code: 'notFound', what: 'tag', id: changed.id });
    const tag = { ...before, ...changed };
    if (tag.name === before.name && tag.colour === before.colour) return ok(before);
    const taken = findTaken(ctx, tag.name, tag.id);
    if (taken) return taken;
    updateTag(ctx.db, tag);
    return record(ctx, 'tagChanged', tag);
  });
}

/** Deletes a tag and returns it as it was. Fails with `notFound`. */
export function removeTag(ctx: EngineContext, id: string): Result<Tag, AppError> {
  return change(ctx, () => {
    const tag = getTag(ctx.db, id);
    if (!tag) return err({ code: 'notFound', what: 'tag', id });
    deleteTag(ctx.db, id);
    return record(ctx, 'tagDeleted', tag);
  });
}

function change(ctx: EngineContext, work: () => Result<Tag, AppError>): Result<Tag, AppError> {
  const done = inTransaction(ctx.db, work);
  if (done.ok) ctx.emit({ name: 'tags.changed', params: {} });
  return done;
}

function record(
  ctx: EngineContext,
  kind: 'tagCreated' | 'tagChanged' | 'tagDeleted',
  tag: Tag,
): Result<Tag, AppError> {
  const { id: tagId, name, colour, conversations } = tag;
  const facts = { tagId, name, colour, ...(kind === 'tagDeleted' ? { conversations } : {}) };
  recordActivity(ctx, { kind, agent: getCurrentAgent(ctx.db).id, conversationId: null, facts });
  return ok(tag);
}

/** The failure to give a tag (`own`, or a new one) a name that another tag has. */
function findTaken({ db }: EngineContext, name: string, own?: string): Result<never, AppError> | null {
  const holder = findTagNamed(db, name);
  return holder === null || holder.id === own
    ? null
    : err({ code: 'tagNameTaken', name: holder.name, id: holder.id });
}

/** The colour that the fewest tags have; grey only once all others are used, since it says the least. */
function chooseColour(tags: readonly Tag[]): TagColour {
  const countOf = (colour: TagColour) => tags.filter((tag) => tag.colour === colour).length;
  const colours = TagColour.options.filter((colour) => colour !== 'grey');
  const least = colours.toSorted((a, b) => countOf(a) - countOf(b))[0] ?? 'grey';
  return countOf('grey') < countOf(least) ? 'grey' : least;
}
