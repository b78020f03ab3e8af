import type { Link, Media } from '#shared/domain/message.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { CallPurpose } from './callPurpose.ts';

/** Somebody on X as X describes them; what X did not say is null. */
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

/** One post, long text and edits already folded in. */
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
  /** All ids that this post has had, the first one first; only its own where it was never edited. */
  readonly editIds: readonly string[];
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
  /** X tells that it is there but not what it says, as with encrypted messages. */
  readonly unreadable: boolean;
}

/** Something of an answer of X that could not be understood, kept for a person to look at. */
export interface XUnreadable {
  readonly item: string;
  readonly reason: string;
}

/** One page of posts, newest first, with the people and posts that it refers to. */
export interface XPostPage {
  readonly posts: readonly XPost[];
  /** Posts that were only referred to, such as parents. */
  readonly referenced: readonly XPost[];
  readonly users: readonly XUser[];
  readonly unreadable: readonly XUnreadable[];
  readonly newestId: string | null;
  readonly oldestId: string | null;
  /** Absent at the last page. */
  readonly nextToken?: string;
  /** Set where X did not say whether there is more. */
  readonly endUnknown?: true;
}

/** Posts that were asked for by id. */
export interface XPostLookup extends Omit<XPostPage, 'newestId' | 'oldestId' | 'nextToken' | 'endUnknown'> {
  /** X says that there is no such post any more. */
  readonly gone: readonly string[];
  /** X does not show them to this account, such as those of somebody who protects them. */
  readonly hidden: readonly string[];
}

/** The part of a list that is asked for: only what lies between the two ids, without these. */
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
  /** Nothing older, in epoch milliseconds. */
  readonly startAt?: number;
}

/** One page of direct messages, newest first. */
export interface XDmPage {
  readonly dms: readonly XDm[];
  /** The ids of all messages that could be read, those of groups too. */
  readonly ids: readonly string[];
  readonly users: readonly XUser[];
  readonly unreadable: readonly XUnreadable[];
  readonly nextToken?: string;
  /** Set where X did not say whether there is more. */
  readonly endUnknown?: true;
}

/**
 * What can go wrong with a send. `refused`: X answered no, nothing was sent. `notSent`: the request never left or X
 * said to come later; trying again is safe. `unknown`: nobody knows whether X has it.
 */
export interface SendFailure {
  readonly outcome: 'refused' | 'notSent' | 'unknown';
  readonly error: AppError;
}

/** Every call may say what it is for; without that it counts for what such calls are usually for (callPurpose.ts). */
export interface XClient {
  getMe(): Promise<Result<XUser, AppError>>;
  getUsers(ids: readonly string[], purpose?: CallPurpose): Promise<Result<readonly XUser[], AppError>>;
  listMentions(page: XTimelineRange, purpose?: CallPurpose): Promise<Result<XPostPage, AppError>>;
  listDms(
    page: { readonly maxResults: number; readonly token?: string },
    purpose?: CallPurpose,
  ): Promise<Result<XDmPage, AppError>>;
  /** The newest direct messages with one person: used to look whether an answer arrived. */
  listDmsWith(
    participantId: string,
    maxResults: number,
    purpose?: CallPurpose,
  ): Promise<Result<XDmPage, AppError>>;
  /** What an account posted; also used to look whether an answer arrived. */
  listOwnPosts(page: XTimelineRange, purpose?: CallPurpose): Promise<Result<XPostPage, AppError>>;
  /** Posts of the last seven days that a query finds. */
  searchRecent(page: XSearchRange, purpose?: CallPurpose): Promise<Result<XPostPage, AppError>>;
  /** At most 100 posts by their ids. */
  getPosts(ids: readonly string[], purpose?: CallPurpose): Promise<Result<XPostLookup, AppError>>;
  createReply(
    post: { readonly text: string; readonly inReplyTo: string },
    purpose?: CallPurpose,
  ): Promise<Result<{ readonly id: string }, SendFailure>>;
  sendDm(
    dm: { readonly text: string; readonly participantId: string },
    purpose?: CallPurpose,
  ): Promise<Result<{ readonly id: string }, SendFailure>>;
}
