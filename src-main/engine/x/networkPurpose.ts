import type { NetworkPurpose } from '#shared/domain/networkContact.ts';
import type { CallName, CallPurpose, CallSource } from './calls.ts';

const byName: Partial<Readonly<Record<CallName, NetworkPurpose>>> = {
  createReply: 'send',
  sendDm: 'send',
  beginUpload: 'upload',
  appendUpload: 'upload',
  finishUpload: 'upload',
  getUpload: 'upload',
  describeUpload: 'upload',
};

const bySource: Readonly<Record<CallSource, NetworkPurpose>> = {
  account: 'account',
  mentions: 'mentions',
  dms: 'dms',
  ownPosts: 'ownPosts',
  search: 'savedSearches',
  preview: 'savedSearches',
  quotes: 'quotes',
  parents: 'parents',
  people: 'people',
  deletions: 'deletions',
  estimate: 'estimate',
  media: 'dmMedia',
  answers: 'reconcile',
  moderation: 'moderation',
};

/** What a call contacts X for, in the words of the network page; without the id of the saved search. */
export function toNetworkPurpose(name: CallName, { source }: CallPurpose): NetworkPurpose {
  return byName[name] ?? (isSearch(source) ? 'savedSearches' : bySource[source]);
}

const isSearch = (source: CallPurpose['source']): source is `search:${string}` =>
  source.startsWith('search:');
