import { readFileSync } from 'node:fs';
import {
  type NetworkContact,
  NetworkContacts,
  type NetworkRequest,
  type RecordRequest,
} from '#shared/domain/networkContact.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { Log } from '../base/log.ts';
import { SerialQueue } from '../base/serialQueue.ts';
import { writeFileAtomic } from '../base/writeFileAtomic.ts';

/** Which hosts the shell has contacted for what, kept in a file. It grows with hosts and purposes, of which there are few. */
export interface RequestLedger {
  readonly record: RecordRequest;
  /** All contacts, those of the last request first. */
  readonly list: () => NetworkContact[];
  /** Resolves once everything that was recorded is in the file, or the disk has refused. */
  readonly saved: () => Promise<void>;
}

/** Opens the ledger in `file`. One that is missing or unreadable begins anew. */
export function openRequestLedger(file: string, log: Log, now: () => number): RequestLedger {
  let contacts = read(file, log);
  let isSaveDue = false;
  const queue = new SerialQueue();
  const save = async () => {
    isSaveDue = false;
    await writeFileAtomic(file, JSON.stringify({ items: contacts })).catch((cause: unknown) =>
      log('network.notSaved', { cause: toErrorMessage(cause) }),
    );
  };
  return {
    record: (request) => {
      contacts = addRequest(contacts, request, now());
      // What comes while the file is written goes with one more writing.
      if (!isSaveDue) void queue.run(save);
      isSaveDue = true;
    },
    list: () => contacts,
    saved: () => queue.run(save),
  };
}

function read(file: string, log: Log): NetworkContact[] {
  try {
    return NetworkContacts.parse(JSON.parse(readFileSync(file, 'utf8'))).items;
  } catch (cause) {
    if (!isMissing(cause)) log('network.notRead', { cause: toErrorMessage(cause) });
    return [];
  }
}

const isMissing = (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

/** The contacts with one more request, which comes first. */
function addRequest(
  contacts: readonly NetworkContact[],
  { host, purpose, isFailed, receivedBytes }: NetworkRequest,
  at: number,
): NetworkContact[] {
  const isSame = (contact: NetworkContact) => contact.host === host && contact.purpose === purpose;
  const before = contacts.find(isSame);
  const counted: NetworkContact = {
    host,
    purpose,
    requests: (before?.requests ?? 0) + 1,
    failed: (before?.failed ?? 0) + Number(isFailed),
    receivedBytes: (before?.receivedBytes ?? 0) + receivedBytes,
    firstAt: before?.firstAt ?? at,
    lastAt: at,
  };
  return [counted, ...contacts.filter((contact) => !isSame(contact))];
}
