/** Every kind of call to X that is limited and priced. */
export type CallName =
  | 'getMe'
  | 'getUsers'
  | 'getPosts'
  | 'listMentions'
  | 'listOwnPosts'
  | 'listDms'
  | 'listDmsWith'
  | 'searchRecent'
  | 'createReply'
  | 'sendDm';

/**
 * What a call is for, as the costs name it: `mentions`, `dms`, `ownPosts`, `search:` and the id of a saved search,
 * `parents`, `people`, `deletions`, `preview`, `account` or `answers`.
 */
export interface CallPurpose {
  readonly source: string;
  /** The conversation that the call is made for, where it is one. */
  readonly conversationId?: string;
}

const usual: Readonly<Record<CallName, string>> = {
  getMe: 'account',
  getUsers: 'people',
  getPosts: 'parents',
  listMentions: 'mentions',
  listOwnPosts: 'ownPosts',
  listDms: 'dms',
  listDmsWith: 'answers',
  searchRecent: 'search',
  createReply: 'answers',
  sendDm: 'answers',
};

/** What a call is for where nobody says otherwise. */
export function toPurpose(name: CallName, given?: CallPurpose): CallPurpose {
  return given ?? { source: usual[name] };
}

/** Whether a call serves answering, or being connected at all: neither money nor a reserve keeps those from X. */
export function isVital({ source }: CallPurpose): boolean {
  return source === 'answers' || source === 'account';
}
