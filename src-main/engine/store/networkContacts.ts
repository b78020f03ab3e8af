import type { NetworkContact, NetworkRequest } from '#shared/domain/networkContact.ts';
import type { Db } from './open.ts';
import { all, run } from './sql.ts';

/** Counts a request. There is one row for each host and purpose, so that years of requests stay small. */
export function countNetworkRequest(db: Db, request: NetworkRequest, at: number): void {
  const { isFailed, ...rest } = request;
  run(
    db,
    `INSERT INTO network_contacts (host, purpose, requests, failed, received_bytes, first_at, last_at)
     VALUES (:host, :purpose, 1, :failed, :receivedBytes, :at, :at)
     ON CONFLICT (host, purpose) DO UPDATE SET requests = requests + 1, failed = failed + excluded.failed,
       received_bytes = received_bytes + excluded.received_bytes,
       first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)`,
    { ...rest, failed: Number(isFailed), at },
  );
}

/** All contacts, those of the last request first. */
export function listNetworkContacts(db: Db): NetworkContact[] {
  return all<NetworkContact>(
    db,
    `SELECT host, purpose, requests, failed, received_bytes AS receivedBytes, first_at AS firstAt, last_at AS lastAt
     FROM network_contacts ORDER BY last_at DESC, host, purpose`,
  );
}
