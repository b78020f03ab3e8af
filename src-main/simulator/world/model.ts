/** Who made a post or message: the API under test, the scenario, the control door, or the account in another client. */
export type Origin = 'api' | 'scenario' | 'control' | 'elsewhere';

/** Somebody on the simulated X; times are epoch milliseconds. */
export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly description: string;
  readonly location: string;
  readonly createdAt: number;
  readonly verified: boolean;
  readonly isProtected: boolean;
  /** Whether anybody may send this person a direct message. */
  readonly receivesDms: boolean;
  readonly followers: number;
  readonly following: number;
  /** File name below the pictures folder; null for the neutral default picture. */
  readonly picture: string | null;
}

/** A picture that a post or message shows. */
export interface Photo {
  readonly key: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly altText: string;
}

/** One public post; `text` is unescaped and holds full links. */
export interface Post {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly createdAt: number;
  readonly conversationId: string;
  readonly replyToId: string | null;
  readonly replyToUserId: string | null;
  readonly quotedId: string | null;
  readonly repostOfId: string | null;
  readonly photoKeys: readonly string[];
  readonly lang: string;
  readonly origin: Origin;
  /** Lower-case handles that the text names. */
  readonly mentions: readonly string[];
  /** All versions of the post, oldest first, its own id included. */
  editIds: readonly string[];
  deletedAt: number | null;
  /** Until when lists do not show it yet. */
  hiddenUntil?: number;
}

/** One direct message between two people. */
export interface DirectMessage {
  readonly id: string;
  readonly senderId: string;
  readonly recipientId: string;
  readonly text: string;
  readonly createdAt: number;
  readonly photoKeys: readonly string[];
  readonly origin: Origin;
  /** Until when lists do not show it yet. */
  hiddenUntil?: number;
}

/** What is told about a new post; the rest follows from it. */
export interface PostFacts {
  readonly authorId: string;
  readonly text: string;
  readonly at: number;
  readonly origin: Origin;
  readonly replyToId?: string | undefined;
  readonly quotedId?: string | undefined;
  readonly repostOfId?: string | undefined;
  readonly photos?: readonly Omit<Photo, 'key'>[] | undefined;
  readonly lang?: string | undefined;
}

/** What is told about a new direct message. */
export interface MessageFacts {
  readonly senderId: string;
  readonly recipientId: string;
  readonly text: string;
  readonly at: number;
  readonly origin: Origin;
  readonly photos?: readonly Omit<Photo, 'key'>[] | undefined;
}

/** A post that will be made; posts of a scenario are named by their `ref`, since they have no id yet. */
interface PostHappening extends Omit<PostFacts, 'at' | 'quotedId'> {
  readonly kind: 'post';
  readonly ref?: string | undefined;
  /** The post that this one answers; it must have happened before. */
  readonly replyToRef?: string | undefined;
  readonly quotedRef?: string | undefined;
}

interface MessageHappening extends Omit<MessageFacts, 'at'> {
  readonly kind: 'dm';
}

/** Something that comes to pass on the simulated X at its time. */
export type Happening = PostHappening | MessageHappening;
