import type { Attachment } from '#shared/domain/attachment.ts';
import type { Link, Media } from '#shared/domain/message.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { CallPurpose } from './calls.ts';

/** A person on X; what X did not say is null. */
export interface XUser {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly pictureUrl: string | null;
  readonly followers: number | null;
  readonly verified: boolean | null;
  readonly protected: boolean | null;
  readonly receivesDms: boolean | null;
  readonly joinedXAt: number | null;
}

/** How a post refers to another. */
export interface XReference {
  readonly type: 'replied_to' | 'quoted' | 'retweeted';
  readonly id: string;
}

/** Somebody whom a post mentions. */
export interface XMention {
  readonly id: string;
  readonly handle: string;
}

/** One post, with its long text and its edits already folded in. */
export interface XPost {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly at: number;
  /** X's own thread id: the id of the post at the root. */
  readonly threadId: string | null;
  readonly inReplyToUserId: string | null;
  readonly references: readonly XReference[];
  readonly lang: string | null;
  readonly links: readonly Link[];
  readonly media: readonly Media[];
  readonly attachments: readonly Attachment[];
  /** The ids of all its versions, oldest first; only its own if it was never edited. */
  readonly editIds: readonly string[];
  /** The people whom it mentions, each once, in their order. */
  readonly mentions: readonly XMention[];
  /** How often it was quoted, which includes quotes that X does not show; null if X did not say. */
  readonly quoteCount: number | null;
}

/** One direct message between the account and `participantId`. */
export interface XDm {
  readonly id: string;
  readonly senderId: string;
  readonly participantId: string;
  readonly text: string;
  readonly at: number;
  readonly links: readonly Link[];
  readonly media: readonly Media[];
  readonly attachments: readonly Attachment[];
  /** The ids of the posts that it shares. */
  readonly shared: readonly string[];
  /** X shows that it exists but not what it says, as with encrypted messages. */
  readonly unreadable: boolean;
}

/** A response item that failed validation, kept for a person to look at. */
export interface XUnreadable {
  readonly item: string;
  readonly reason: string;
}

/** One page of posts, newest first, with the people and posts that they refer to. */
export interface XPostPage {
  readonly posts: readonly XPost[];
  /** Posts that the page's posts refer to, such as parents. */
  readonly referenced: readonly XPost[];
  readonly users: readonly XUser[];
  readonly unreadable: readonly XUnreadable[];
  readonly newestId: string | null;
  readonly oldestId: string | null;
  /** Absent on the last page. */
  readonly nextToken?: string;
  /** Set if X did not say whether there is more. */
  readonly endUnknown?: true;
}

/** Posts that were fetched by id. */
export interface XPostLookup extends Omit<XPostPage, 'newestId' | 'oldestId' | 'nextToken' | 'endUnknown'> {
  /** Posts that no longer exist, according to X. */
  readonly gone: readonly string[];
  /** Posts that X does not show to this account, such as those of a protected author. */
  readonly hidden: readonly string[];
}

/** The part of a list to fetch; both ids are exclusive. */
export interface XRange {
  readonly maxResults: number;
  readonly sinceId?: string;
  readonly untilId?: string;
  readonly token?: string;
}

export interface XTimelineRange extends XRange {
  readonly userId: string;
}

export interface XSearchRange extends XRange {
  readonly query: string;
  /** The time of the oldest post to find, in epoch milliseconds. */
  readonly startAt?: number;
}

/** How many posts matched a query in a stretch of time, in epoch milliseconds; `to` is exclusive. */
export interface XPostCount {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** One page of direct messages, newest first. */
export interface XDmPage {
  readonly dms: readonly XDm[];
  /** The posts that the messages share. */
  readonly referenced: readonly XPost[];
  /** The ids of all messages that could be read, including those of group conversations. */
  readonly ids: readonly string[];
  readonly users: readonly XUser[];
  readonly unreadable: readonly XUnreadable[];
  readonly nextToken?: string;
  /** Set if X did not say whether there is more. */
  readonly endUnknown?: true;
}

/** A file that is attached to a direct message. All three parts are in X's address of it, none is secret. */
export interface XDmMediaFile {
  readonly dmId: string;
  readonly mediaId: string;
  /** The name of the file with its extension, such as `hVJQTwig.jpg`. */
  readonly resourceId: string;
}

/** A public reply; `mediaIds` are of finished uploads. */
export interface XReply {
  readonly text: string;
  readonly inReplyTo: string;
  readonly mediaIds?: readonly string[];
  /** The ids of people whom X would mention, and should not. */
  readonly excludeMentions?: readonly string[];
}

/** A private message to send. */
export interface XNewDm {
  readonly text: string;
  readonly participantId: string;
  readonly mediaId?: string | undefined;
}

/** A file as X takes it: its type, what it is for, such as `tweet_image`, and its size. */
export interface XNewUpload {
  readonly type: string;
  readonly category: string;
  readonly bytes: number;
}

/** An upload as X reports it. It can be attached for `lifeMs` from now, once it is complete and `processing` is null. */
export interface XUpload {
  readonly mediaId: string;
  readonly lifeMs: number;
  readonly processing:
    | { readonly kind: 'running'; readonly checkAfterMs: number }
    | { readonly kind: 'failed'; readonly detail: string }
    | null;
}

/**
 * What can go wrong with a send. `refused`: X rejected it, nothing was sent. `notSent`: the request never left, or X asked
 * to try later; retrying is safe. `unknown`: nobody knows whether X has it.
 */
export interface SendFailure {
  readonly outcome: 'refused' | 'notSent' | 'unknown';
  readonly error: AppError;
}

/** X's clock, as far as the `date` of its responses shows it. */
export interface XClock {
  /** X's time at a moment of this machine's clock, within seconds; that moment itself before the first response. */
  toXTime(at: number): number;
}

/**
 * The calls to X that Perch makes. Never throws. Each call may name its purpose, under which it is paid; without one it
 * counts under the usual purpose of such calls (calls.ts).
 */
export interface XClient {
  getMe(): Promise<Result<XUser, AppError>>;
  getUsers(ids: readonly string[], purpose?: CallPurpose): Promise<Result<readonly XUser[], AppError>>;
  listMentions(page: XTimelineRange, purpose?: CallPurpose): Promise<Result<XPostPage, AppError>>;
  listDms(
    page: { readonly maxResults: number; readonly token?: string },
    purpose?: CallPurpose,
  ): Promise<Result<XDmPage, AppError>>;
  /** The direct messages with one person, newest first: used to reconcile private replies. */
  listDmsWith(
    page: { readonly participantId: string; readonly maxResults: number; readonly token?: string },
    purpose?: CallPurpose,
  ): Promise<Result<XDmPage, AppError>>;
  /** The bytes of a file that is attached to a direct message; the address that X gives for it needs a cookie of X. */
  getDmMedia(file: XDmMediaFile, purpose?: CallPurpose): Promise<Result<Uint8Array, AppError>>;
  /** What an account posted: captured as its own posts, and used to reconcile public replies. */
  listOwnPosts(page: XTimelineRange, purpose?: CallPurpose): Promise<Result<XPostPage, AppError>>;
  /** The posts that quote one, newest first. X cannot limit the list to newer ones. */
  listQuotes(
    page: { readonly postId: string; readonly maxResults: number; readonly token?: string },
    purpose?: CallPurpose,
  ): Promise<Result<XPostPage, AppError>>;
  /** Posts of the last seven days that match a query. */
  searchRecent(page: XSearchRange, purpose?: CallPurpose): Promise<Result<XPostPage, AppError>>;
  /** How many posts of the last seven days match a query, hour by hour. */
  countPosts(query: string, purpose?: CallPurpose): Promise<Result<readonly XPostCount[], AppError>>;
  /** At most 100 posts by their ids. */
  getPosts(ids: readonly string[], purpose?: CallPurpose): Promise<Result<XPostLookup, AppError>>;
  createReply(post: XReply, purpose?: CallPurpose): Promise<Result<{ readonly id: string }, SendFailure>>;
  /** Deletes a post of the account; succeeds if it is gone already. */
  deletePost(postId: string, purpose?: CallPurpose): Promise<Result<null, AppError>>;
  /** Hides a reply below a post of the account, or shows it again. */
  hideReply(
    reply: { readonly postId: string; readonly hidden: boolean },
    purpose?: CallPurpose,
  ): Promise<Result<null, AppError>>;
  /** Mutes a person for the account, or ends that. */
  mute(
    person: { readonly userId: string; readonly muted: boolean },
    purpose?: CallPurpose,
  ): Promise<Result<null, AppError>>;
  /** Keeps a person from sending the account direct messages, or ends that. */
  blockDms(
    person: { readonly userId: string; readonly blocked: boolean },
    purpose?: CallPurpose,
  ): Promise<Result<null, AppError>>;
  sendDm(dm: XNewDm, purpose?: CallPurpose): Promise<Result<{ readonly id: string }, SendFailure>>;
  /** Begins an upload; nobody sees a file that no post or message has. */
  beginUpload(file: XNewUpload, purpose?: CallPurpose): Promise<Result<XUpload, AppError>>;
  /** Sends one segment; the same one may be sent again. */
  appendUpload(
    part: { readonly mediaId: string; readonly index: number; readonly segment: Buffer },
    purpose?: CallPurpose,
  ): Promise<Result<null, AppError>>;
  /** Says that all segments are sent. */
  finishUpload(mediaId: string, purpose?: CallPurpose): Promise<Result<XUpload, AppError>>;
  /** Asks how far X is with a finished upload. */
  getUpload(mediaId: string, purpose?: CallPurpose): Promise<Result<XUpload, AppError>>;
  /** Gives an upload its alternative text. */
  describeUpload(
    text: { readonly mediaId: string; readonly altText: string },
    purpose?: CallPurpose,
  ): Promise<Result<null, AppError>>;
}
