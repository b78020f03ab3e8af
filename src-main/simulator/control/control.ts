import type { z } from 'zod';
import type { Context } from '../context.ts';
import { FAULT_ORDER, type FaultOrderInput } from '../faults/fault.ts';
import { ALL_SCOPES, expireTokens, issueTokens, type TokenPair } from '../oauth/tokenStore.ts';
import { insertMessage } from '../world/directMessages.ts';
import { settle } from '../world/happening.ts';
import { getPersonByHandle, putPerson } from '../world/people.ts';
import { deletePost, editPost, getPost, insertPost } from '../world/posts.ts';
import { COMMANDS } from './commands.ts';
import { dumpState, type StateDump } from './dump.ts';

type Input<Name extends keyof typeof COMMANDS> = z.input<(typeof COMMANDS)[Name]>;

/** The id of what was made. */
export interface Made {
  readonly id: string;
}

/** Steers the simulated X from a test or a script; times are epoch milliseconds, by default now. */
export interface Control {
  /** Adds a person, or changes the one with this handle. */
  person(facts: Input<'person'>): Made;
  /** A post by somebody else; unknown handles become new people. It need not mention the account. */
  post(facts: Input<'post'>): Made;
  /** The same, with the account's handle put in front when the text does not name it. */
  mention(facts: Input<'post'>): Made;
  /** A direct message to the account. */
  dm(facts: Input<'dm'>): Made;
  /** A post of the account that was made with another client. */
  ownPost(facts: Input<'ownPost'>): Made;
  /** A direct message of the account that was sent with another client. */
  ownDm(facts: Input<'ownDm'>): Made;
  /** Deletes anybody's post, as its author would. */
  deletePost(facts: Input<'deletePost'>): Made;
  /** Edits anybody's post; the answer is the id of the new version. */
  editPost(facts: Input<'editPost'>): Made;
  /** Orders a fault and answers its number. */
  addFault(order: FaultOrderInput): { readonly id: number };
  /** Withdraws one order, or all. */
  clearFaults(facts?: Input<'clearFaults'>): void;
  /** Ends all access tokens at once. */
  expireTokens(): void;
  /** A fresh pair of tokens without the consent page. */
  issueTokens(facts?: Input<'issueTokens'>): TokenPair;
  /** What was sent through the API, and what was asked how often. */
  state(): StateDump;
}

/** The control of a running simulator. */
export function createControl(context: Context): Control {
  return { ...steerPosts(context), ...steerMessages(context), ...steerServer(context) };
}

type PostCommand = 'person' | 'post' | 'mention' | 'ownPost' | 'deletePost' | 'editPost';

function steerPosts(context: Context): Pick<Control, PostCommand> {
  const { world, clock } = context;
  return {
    person: (input) => ({ id: putPerson(world, COMMANDS.person.parse(input)).id }),
    post: (input) => addPost(context, COMMANDS.post.parse(input)),
    mention: (input) => {
      const facts = COMMANDS.post.parse(input);
      return addPost(context, { ...facts, text: namingAccount(context, facts.text) });
    },
    ownPost: (input) => {
      const { at = clock.now(), ...facts } = COMMANDS.ownPost.parse(input);
      const { id } = insertPost(world, { ...facts, authorId: world.accountId, at, origin: 'elsewhere' });
      return { id };
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
  };
}

function steerMessages(context: Context): Pick<Control, 'dm' | 'ownDm'> {
  const { world, clock } = context;
  return {
    dm: (input) => {
      const { from, at = clock.now(), ...facts } = COMMANDS.dm.parse(input);
      const ends = { senderId: personIdFor(context, from), recipientId: world.accountId };
      return { id: insertMessage(world, { ...facts, ...ends, at, origin: 'control' }).id };
    },
    ownDm: (input) => {
      const { to, at = clock.now(), text } = COMMANDS.ownDm.parse(input);
      const ends = { senderId: world.accountId, recipientId: personIdFor(context, to) };
      return { id: insertMessage(world, { ...ends, text, at, origin: 'elsewhere' }).id };
    },
  };
}

function steerServer(context: Context): Omit<Control, PostCommand | 'dm' | 'ownDm'> {
  const { world, clock, tokens, faults } = context;
  return {
    addFault: (order) => ({ id: faults.add(FAULT_ORDER.parse(order)) }),
    clearFaults: (input) => faults.clear(COMMANDS.clearFaults.parse(input ?? {}).id),
    expireTokens: () => expireTokens(tokens, clock.now()),
    issueTokens: (input) => {
      const { scopes, clientId, expiresInMs } = COMMANDS.issueTokens.parse(input ?? {});
      return issueTokens(tokens, clientId, scopes ?? ALL_SCOPES, clock.now(), expiresInMs);
    },
    state: () => {
      settle(world, clock.now());
      return dumpState(context);
    },
  };
}

function addPost(context: Context, { from, at, ...facts }: z.output<typeof COMMANDS.post>): Made {
  const { world, clock } = context;
  const authorId = personIdFor(context, from);
  return { id: insertPost(world, { ...facts, authorId, at: at ?? clock.now(), origin: 'control' }).id };
}

function personIdFor(context: Context, handle: string): string {
  return (
    getPersonByHandle(context.world, handle) ?? putPerson(context.world, { handle: handle.replace(/^@/, '') })
  ).id;
}

function namingAccount(context: Context, text: string): string {
  const handle = context.world.people.get(context.world.accountId)?.handle ?? '';
  return text.toLowerCase().includes(`@${handle.toLowerCase()}`) ? text : `@${handle} ${text}`;
}

function requirePost(context: Context, id: string) {
  const post = getPost(context.world, id);
  if (!post) throw new ControlRefusal(`No post has the id ${id}.`);
  return post;
}

/** The control door was asked for something that cannot be done. */
export class ControlRefusal extends Error {}
