import type { AppError } from '#shared/errors.ts';

/** Every kind of call to X that is limited and priced. */
export type CallName =
  | 'getMe'
  | 'getUsers'
  | 'getPosts'
  | 'listMentions'
  | 'listOwnPosts'
  | 'listQuotes'
  | 'listDms'
  | 'listDmsWith'
  | 'getDmMedia'
  | 'searchRecent'
  | 'countPosts'
  | 'createReply'
  | 'sendDm'
  | Uploading
  | Moderating;

/** The calls that bring a file to X, before anybody sees it. */
export type Uploading = 'beginUpload' | 'appendUpload' | 'finishUpload' | 'getUpload' | 'describeUpload';

/** The calls that change what others see of a post or a person. */
export type Moderating = 'deletePost' | 'hideReply' | 'muteUser' | 'unmuteUser' | 'blockDms' | 'unblockDms';

/** What calls are made for, as the cost report names it. */
export type CallSource =
  | 'mentions'
  | 'dms'
  | 'ownPosts'
  | 'search'
  | 'quotes'
  | 'parents'
  | 'people'
  | 'deletions'
  | 'media'
  | 'preview'
  | 'estimate'
  | 'account'
  | 'answers'
  | 'moderation';

/** What a call is for. */
export interface CallPurpose {
  /** That of a saved search ends with its id. */
  readonly source: CallSource | `search:${string}`;
  /** The conversation that the call is made for, if there is one. */
  readonly conversationId?: string;
  /** Set for a post that replies to one of the account itself. */
  readonly repliesToSelf?: true;
}

const defaultSources: Readonly<Record<CallName, CallSource>> = {
  getMe: 'account',
  getUsers: 'people',
  getPosts: 'parents',
  listMentions: 'mentions',
  listOwnPosts: 'ownPosts',
  listQuotes: 'quotes',
  listDms: 'dms',
  listDmsWith: 'answers',
  getDmMedia: 'media',
  searchRecent: 'search',
  countPosts: 'estimate',
  createReply: 'answers',
  sendDm: 'answers',
  beginUpload: 'answers',
  appendUpload: 'answers',
  finishUpload: 'answers',
  getUpload: 'answers',
  describeUpload: 'answers',
  deletePost: 'moderation',
  hideReply: 'moderation',
  muteUser: 'moderation',
  unmuteUser: 'moderation',
  blockDms: 'moderation',
  unblockDms: 'moderation',
};

/** The purpose that the caller gave, or the usual one of such a call. */
export function toPurpose(name: CallName, given?: CallPurpose): CallPurpose {
  return given ?? { source: defaultSources[name] };
}

/**
 * Whether a call serves replying or another wish of an agent, or being connected at all. Neither a spent budget nor the calls that are kept in
 * reserve stop such a call.
 */
export function isVital({ source }: CallPurpose): boolean {
  return source === 'answers' || source === 'moderation' || source === 'account';
}

/** A call to X that has ended, as far as limits and costs depend on it. */
export interface FinishedCall {
  readonly name: CallName;
  readonly purpose: CallPurpose;
  /** `unclear`: nobody knows whether X has acted on it. */
  readonly outcome: 'good' | 'refused' | 'unclear';
  /** The HTTP status; null if no response came. */
  readonly status: number | null;
  /** The body of a good response; null otherwise. */
  readonly body: unknown;
  /** The text that was sent; null for a call that only reads. */
  readonly sentText: string | null;
}

/** The money side of calls. The budget implements it; the client asks it before each call and reports to it after. */
export interface Spending {
  /** Why there is no money for a call, or null. */
  admit(purpose: CallPurpose): AppError | null;
  /** How many items of a list the rest of the money pays for. */
  mostItems(name: CallName, purpose: CallPurpose): number;
  /** Records a call that was made. Never throws. */
  record(call: FinishedCall): void;
}
