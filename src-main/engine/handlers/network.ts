import { ok } from '#shared/result.ts';
import { listNetworkContacts } from '../store/networkContacts.ts';
import type { Handlers } from './handlers.ts';

/** What left the machine. */
export const networkHandlers = {
  'network.list': ({ db }) => ok({ items: listNetworkContacts(db) }),
} satisfies Partial<Handlers>;
