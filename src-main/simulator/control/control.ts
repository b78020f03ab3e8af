import type { z } from 'zod';
import { FAULT_RULE, type FaultRuleInput } from '../faults/faultRules.ts';
import type { Context } from '../state/context.ts';
import { ALL_SCOPES, expireTokens, issueTokens, type TokenPair } from '../state/tokenStore.ts';
import { insertMessage } from '../world/directMessages.ts';
import type { Post } from '../world/model.ts';
import { getPersonByHandle, renamePerson, upsertPerson } from '../world/people.ts';
import { castVotes } from '../world/polls.ts';
import { deletePost, editPost, getPost, insertPost } from '../world/posts.ts';
import { runDueEvents } from '../world/schedule.ts';
import { hideAdditions } from '../world/world.ts';
import { COMMANDS } from './commandSchemas.ts';
import { dumpState, type StateDump } from './stateDump.ts';

type Input<Name extends keyof typeof COMMANDS> = z.input<(typeof COMMANDS)[Name]>;

/** The id of a person, post or message. */
export interface IdResult {
  readonly id: string;
}

/**
 * Controls the simulated X from a test or script. Times (`at`) are epoch milliseconds and default to now; lists leave
 * what is added out for `hiddenMs`. Invalid input throws a `ZodError`; an id that does not exist throws a `ControlError`.
 */
export interface Control {
  /** Adds a person, or updates the one with this handle. */
  person(input: Input<'person'>): IdResult;
  /** Gives a person another handle, which nobody may have; somebody else can take the old one then. */
  rename(input: Input<'rename'>): IdResult;
  /** Adds a post by another user, who is created if the handle is unknown. */
  post(input: Input<'post'>): IdResult;
  /** Like `post`, but starts the text with the account's handle unless it already contains it. */
  mention(input: Input<'post'>): IdResult;
  /** Adds a direct message to the account. */
  dm(input: Input<'dm'>): IdResult;
  /** Adds a post by the account, as made with another client. */
  ownPost(input: Input<'ownPost'>): IdResult;
  /** Adds a direct message from the account, as sent with another client. */
  ownDm(input: Input<'ownDm'>): IdResult;
  /** Deletes any post, as its author would. */
  deletePost(input: Input<'deletePost'>): IdResult;
  /** Edits any post, as its author would; returns the id of the new version. */
  editPost(input: Input<'editPost'>): IdResult;
  /** Adds votes to the poll of a post. */
  vote(input: Input<'vote'>): IdResult;
  /** Adds a fault rule and returns its id. */
  addFault(rule: FaultRuleInput): { readonly id: number };
  /** Removes one fault rule, or all of them. */
  clearFaults(input?: Input<'clearFaults'>): void;
  /** Refuses fields or expansions from now on, as if X had renamed them. */
  forgetFields(input: Input<'forgetFields'>): void;
  /** Fails to process the next uploads, as X does with files that it cannot read. */
  failUploads(input?: Input<'failUploads'>): void;
  /** Expires all access tokens. */
  expireTokens(): void;
  /** Issues a pair of tokens without the consent page; with every scope by default. */
  issueTokens(input?: Input<'issueTokens'>): TokenPair;
  /** What was sent through the API, and which requests were made. */
  state(): StateDump;
}

/** The control of a running simulator. */
export function createControl(context: Context): Control {
  return { ...postCommands(context), ...messageCommands(context), ...serverCommands(context) };
}

type PostCommand = 'person' | 'rename' | 'post' | 'mention' | 'ownPost' | 'deletePost' | 'editPost' | 'vote';

function postCommands(context: Context): Pick<Control, PostCommand> {
  const { world, clock } = context;
  return {
    person: (input) => ({ id: upsertPerson(world, COMMANDS.person.parse(input)).id }),
    rename: (input) => rename(context, COMMANDS.rename.parse(input)),
    post: (input) => addPost(context, COMMANDS.post.parse(input)),
    mention: (input) => {
      const post = COMMANDS.post.parse(input);
      return addPost(context, { ...post, text: withMention(context, post.text) });
    },
    ownPost: (input) => {
      const { at = clock.now(), hiddenMs, ...post } = COMMANDS.ownPost.parse(input);
      return hidden(context, hiddenMs, () =>
        insertPost(world, { ...post, authorId: world.accountId, at, origin: 'elsewhere' }),
      );
    },
    deletePost: (input) => {
      const post = requirePost(context, COMMANDS.deletePost.parse(input).id);
      deletePost(world, post, clock.now());
      return { id: post.id };
    },
    editPost: (input) => {
      const { id, text } = COMMANDS.editPost.parse(input);
      return { id: editPost(world, requirePost(context, id), text, clock.now()).id };
    },
    vote: (input) => {
      const { id, position, votes } = COMMANDS.vote.parse(input);
      if (castVotes(world, requirePost(context, id), position, votes)) return { id };
      throw new ControlError(`The post ${id} has no poll with an option ${position}.`);
    },
  };
}

function messageCommands(context: Context): Pick<Control, 'dm' | 'ownDm'> {
  const { world, clock } = context;
  return {
    dm: (input) => {
      const { from, at = clock.now(), hiddenMs, ...message } = COMMANDS.dm.parse(input);
      const ends = { senderId: getOrAddPersonId(context, from), recipientId: world.accountId };
      return hidden(context, hiddenMs, () =>
        insertMessage(world, { ...message, ...ends, at, origin: 'control' }),
      );
    },
    ownDm: (input) => {
      const { to, at = clock.now(), hiddenMs, text } = COMMANDS.ownDm.parse(input);
      const ends = { senderId: world.accountId, recipientId: getOrAddPersonId(context, to) };
      return hidden(context, hiddenMs, () =>
        insertMessage(world, { ...ends, text, at, origin: 'elsewhere' }),
      );
    },
  };
}

function serverCommands(context: Context): Omit<Control, PostCommand | 'dm' | 'ownDm'> {
  const { world, clock, tokens, faults, forgottenFields } = context;
  return {
    addFault: (rule) => ({ id: faults.add(FAULT_RULE.parse(rule)) }),
    clearFaults: (input) => faults.clear(COMMANDS.clearFaults.parse(input ?? {}).id),
    forgetFields: (input) => {
      const { parameter, fields } = COMMANDS.forgetFields.parse(input);
      for (const field of fields) forgottenFields.add(`${parameter} ${field}`);
    },
    failUploads: (input) => context.failedUploads.add(COMMANDS.failUploads.parse(input ?? {}).count),
    expireTokens: () => expireTokens(tokens, clock.now()),
    issueTokens: (input) => {
      const { scopes, clientId, expiresInMs } = COMMANDS.issueTokens.parse(input ?? {});
      return issueTokens(tokens, clientId, scopes ?? ALL_SCOPES, clock.now(), expiresInMs);
    },
    state: () => {
      runDueEvents(world, clock.now());
      return dumpState(context);
    },
  };
}

function rename({ world }: Context, { handle, to }: z.output<typeof COMMANDS.rename>): IdResult {
  const person = getPersonByHandle(world, handle);
  if (!person) throw new ControlError(`Nobody has the handle ${handle}.`);
  const holder = getPersonByHandle(world, to);
  if (holder && holder.id !== person.id) throw new ControlError(`Somebody else has the handle ${to}.`);
  return { id: renamePerson(world, person, to.replace(/^@/, '')).id };
}

function addPost(context: Context, input: z.output<typeof COMMANDS.post>): IdResult {
  const { world, clock } = context;
  const { from, at = clock.now(), hiddenMs, ...post } = input;
  const authorId = getOrAddPersonId(context, from);
  return hidden(context, hiddenMs, () => insertPost(world, { ...post, authorId, at, origin: 'control' }));
}

function hidden({ world, clock }: Context, ms: number, add: () => IdResult): IdResult {
  const { id } = ms === 0 ? add() : hideAdditions(world, clock.now() + ms, add);
  return { id };
}

function getOrAddPersonId({ world }: Context, handle: string): string {
  return (getPersonByHandle(world, handle) ?? upsertPerson(world, { handle: handle.replace(/^@/, '') })).id;
}

function withMention({ world }: Context, text: string): string {
  const handle = world.people.get(world.accountId)?.handle ?? '';
  return text.toLowerCase().includes(`@${handle.toLowerCase()}`) ? text : `@${handle} ${text}`;
}

function requirePost(context: Context, id: string): Post {
  const post = getPost(context.world, id);
  if (!post) throw new ControlError(`No post has the id ${id}.`);
  return post;
}

/** A control command that cannot be carried out. The message is for the caller. */
export class ControlError extends Error {}
