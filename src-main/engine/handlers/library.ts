import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { createCanned, deleteCanned, updateCanned } from '../library/changeLibrary.ts';
import { exportLibrary } from '../library/exportLibrary.ts';
import { fillCanned } from '../library/fillCanned.ts';
import { importLibrary } from '../library/importLibrary.ts';
import { listLibrary } from '../library/listLibrary.ts';
import { searchLibrary } from '../library/searchLibrary.ts';
import { toCannedResponses } from '../library/toCannedResponse.ts';
import { getCanned } from '../store/cannedResponses.ts';
import type { Handlers } from './handlers.ts';

/** The library of canned responses. */
export const libraryHandlers = {
  'library.list': (ctx, query) => ok(listLibrary(ctx, query)),
  'library.get': (ctx, { id }) => {
    const stored = getCanned(ctx.db, id);
    const [canned] = stored && stored.deletedAt === null ? toCannedResponses(ctx, [stored]) : [];
    return canned ? ok(canned) : err({ code: 'notFound', what: 'cannedResponse', id });
  },
  'library.search': searchLibrary,
  'library.create': createCanned,
  'library.update': (ctx, { id, ...given }) => updateCanned(ctx, id, withoutUndefined(given)),
  'library.delete': (ctx, { id }) => deleteCanned(ctx, id),
  'library.use': fillCanned,
  'library.import': (ctx, file) => ok(importLibrary(ctx, file)),
  'library.export': (ctx, format) => ok({ content: exportLibrary(ctx, format) }),
} satisfies Partial<Handlers>;
