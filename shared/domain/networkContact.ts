import { z } from 'zod';

/** What a host is contacted for. */
export const NetworkPurpose = z.enum([
  'login',
  'account',
  'mentions',
  'dms',
  'ownPosts',
  'savedSearches',
  'quotes',
  'parents',
  'people',
  'deletions',
  'estimate',
  'dmMedia',
  'send',
  'upload',
  'reconcile',
  'moderation',
  'profilePictures',
  'media',
]);
export type NetworkPurpose = z.infer<typeof NetworkPurpose>;

/** How often a host was contacted for one purpose. Names no person, path or token. */
export const NetworkContact = z.object({
  host: z.string(),
  purpose: NetworkPurpose,
  requests: z.number().int(),
  /** How many of the requests got no complete response, or one that reports an error. */
  failed: z.number().int(),
  receivedBytes: z.number().int(),
  firstAt: z.number().int(),
  lastAt: z.number().int(),
});
export type NetworkContact = z.infer<typeof NetworkContact>;

/** The contacts of a process, those of the last request first. */
export const NetworkContacts = z.object({ items: z.array(NetworkContact) });

/** One request that has ended. */
export interface NetworkRequest {
  readonly host: string;
  readonly purpose: NetworkPurpose;
  readonly isFailed: boolean;
  readonly receivedBytes: number;
}

/** Called with each request to a host, once it has ended. Never throws. */
export type RecordRequest = (request: NetworkRequest) => void;
