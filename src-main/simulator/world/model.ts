/**
 * What created a post or message: the API under test, the scenario, the control API, or the account in another
 * client.
 */
export type Origin = 'api' | 'scenario' | 'control' | 'elsewhere';

/**
 * Fields exactly as X sends them, such as `{"attachments":{"poll_ids":["16"]}}`; they replace the derived ones. For what this model
 * has no words for. As all fields they are sent only if a request selects them.
 */
export interface RawFields {
  readonly raw?: Readonly<Record<string, unknown>> | undefined;
  /** What the attachments refer to, exactly as X sends it. */
  readonly includes?:
    | {
        readonly media?: readonly Readonly<Record<string, unknown>>[] | undefined;
        readonly polls?: readonly Readonly<Record<string, unknown>>[] | undefined;
      }
    | undefined;
}

/** A user of the simulated X; times are epoch milliseconds. */
export interface Person extends Pick<RawFields, 'raw'> {
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
  /** A file name in the photos folder; null for a drawn portrait, or X's stand-in for people without a picture. */
  readonly picture: string | null;
}

/** A picture, video or recording attached to a post or message. */
export interface Photo {
  readonly key: string;
  /** A picture by default. */
  readonly type?: 'photo' | 'video' | 'animated_gif' | 'audio' | undefined;
  /** Empty if X gives no address. */
  readonly file: string;
  /** The direct message that it is attached to, whose participants alone may fetch it. */
  readonly dmId?: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly altText: string;
}

/** A picture to attach. One that was uploaded has its key already. */
export type NewPhoto = Omit<Photo, 'key'> & Partial<Pick<Photo, 'key'>>;

/** A poll of a post; `endsAt` is in epoch milliseconds. */
export interface Poll {
  readonly id: string;
  readonly options: readonly { readonly label: string; votes: number }[];
  readonly durationMinutes: number;
  readonly endsAt: number;
}

/** The input for a poll, which lasts a day unless it says otherwise. */
export interface NewPoll {
  readonly options: readonly string[];
  readonly durationMinutes?: number | undefined;
}

/** A public post; `text` is unescaped and has full links. */
export interface Post extends RawFields {
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
  readonly poll?: Poll;
  readonly lang: string;
  readonly origin: Origin;
  /** The handles mentioned in the text, in lower case. */
  readonly mentions: readonly string[];
  /** The ids of all versions of this post, oldest first, its own included. */
  editIds: readonly string[];
  deletedAt: number | null;
  /** Lists leave the post out until this time. */
  hiddenUntil?: number;
}

/** A direct message between two people. */
export interface DirectMessage extends RawFields {
  readonly id: string;
  readonly senderId: string;
  readonly recipientId: string;
  readonly text: string;
  readonly createdAt: number;
  readonly photoKeys: readonly string[];
  /** The post that it shares. */
  readonly sharedId?: string | undefined;
  /** X's id of its conversation, if it is not the one of the two people. */
  readonly conversationId?: string | undefined;
  readonly origin: Origin;
  /** Lists leave the message out until this time. */
  hiddenUntil?: number;
}

/** The input for a new post; everything else is derived. */
export interface NewPost extends RawFields {
  readonly authorId: string;
  readonly text: string;
  readonly at: number;
  readonly origin: Origin;
  readonly replyToId?: string | undefined;
  readonly quotedId?: string | undefined;
  readonly repostOfId?: string | undefined;
  readonly photos?: readonly NewPhoto[] | undefined;
  readonly poll?: NewPoll | undefined;
  readonly lang?: string | undefined;
}

/** The input for a new direct message. */
export interface NewMessage extends RawFields {
  readonly senderId: string;
  readonly recipientId: string;
  readonly text: string;
  readonly at: number;
  readonly origin: Origin;
  readonly photos?: readonly NewPhoto[] | undefined;
  /** A post that the message shares. */
  readonly sharedId?: string | undefined;
  readonly conversationId?: string | undefined;
}

/** A post yet to be made. It has no id, so other scenario events refer to it by `ref`. */
interface PostEvent extends Omit<NewPost, 'at' | 'quotedId'> {
  readonly kind: 'post';
  readonly ref?: string | undefined;
  /** The `ref` of the post it replies to, which must come earlier. */
  readonly replyToRef?: string | undefined;
  readonly quotedRef?: string | undefined;
}

interface DirectMessageEvent extends Omit<NewMessage, 'at'> {
  readonly kind: 'dm';
}

/** A post or message that appears on the simulated X at a set time. */
export type WorldEvent = PostEvent | DirectMessageEvent;
