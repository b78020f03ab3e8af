import type { NetworkRequest, RecordRequest } from '#shared/domain/networkContact.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { EngineContext } from './context/context.ts';
import { countNetworkRequest } from './store/networkContacts.ts';
import { inTransaction } from './store/sql.ts';

/** How many requests are kept in memory while the disk is full. */
const MOST_UNSAVED = 1_000;

/** Counts requests in the store. One that cannot be saved now, as on a full disk, is saved with the next one. */
export function createNetworkRecord({
  db,
  clock,
  log,
}: Pick<EngineContext, 'db' | 'clock' | 'log'>): RecordRequest {
  let unsaved: { readonly request: NetworkRequest; readonly at: number }[] = [];
  return (request) => {
    unsaved = [...unsaved, { request, at: clock.now() }].slice(-MOST_UNSAVED);
    try {
      inTransaction(db, () => {
        for (const one of unsaved) countNetworkRequest(db, one.request, one.at);
      });
      unsaved = [];
    } catch (cause) {
      log('network.notSaved', { cause: toErrorMessage(cause) });
    }
  };
}
