import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { changeTag, createTag, removeTag } from '../conversations/tags.ts';
import { listTags } from '../store/tags.ts';
import type { Handlers } from './handlers.ts';

export const tagHandlers = {
  'tags.list': ({ db }) => ok({ items: listTags(db).toSorted((a, b) => a.name.localeCompare(b.name)) }),
  'tags.create': (ctx, tag) => createTag(ctx, tag),
  'tags.update': (ctx, { id, ...changed }) => changeTag(ctx, { id, ...withoutUndefined(changed) }),
  'tags.delete': (ctx, { id }) => {
    const removed = removeTag(ctx, id);
    return removed.ok ? ok({ conversations: removed.value.conversations }) : removed;
  },
} satisfies Partial<Handlers>;
