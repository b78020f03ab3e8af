import { ok } from '#shared/result.ts';
import { inspectTable } from '../archive/table/inspectTable.ts';
import { lookUpPeople, priceOfLookUp } from '../capture/lookUpPeople.ts';
import type { Handlers } from './handlers.ts';

/** Importing the archive that X lets its users download, and tables of messages. */
export const archiveHandlers = {
  'archive.inspect': inspectTable,
  'archive.import': ({ services }, { path, mapping }) => services.archives.start(path, mapping),
  'archive.unknownPeople': (ctx) => ok(priceOfLookUp(ctx)),
  'archive.lookUp': async (ctx, { most }) => ok(await lookUpPeople(ctx, most)),
  'archive.pause': async ({ services }) => ok({ import: await services.archives.pause() }),
  'archive.resume': async ({ services }) => {
    const resumed = await services.archives.resume();
    return resumed.ok ? ok({ import: resumed.value }) : resumed;
  },
  'archive.cancel': async ({ services }) => ok({ import: await services.archives.cancel() }),
  'archive.status': ({ services }) => ok({ import: services.archives.getStatus() }),
} satisfies Partial<Handlers>;
