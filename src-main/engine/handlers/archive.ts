import { ok } from '#shared/result.ts';
import type { Handlers } from './handlers.ts';

/** Importing the archive that X lets its users download. */
export const archiveHandlers = {
  'archive.import': ({ services }, { path }) => services.archives.start(path),
  'archive.pause': async ({ services }) => ok({ import: await services.archives.pause() }),
  'archive.resume': async ({ services }) => {
    const resumed = await services.archives.resume();
    return resumed.ok ? ok({ import: resumed.value }) : resumed;
  },
  'archive.cancel': async ({ services }) => ok({ import: await services.archives.cancel() }),
  'archive.status': ({ services }) => ok({ import: services.archives.getStatus() }),
} satisfies Partial<Handlers>;
