import { z } from 'zod';
import { Conversation } from '../../domain/conversation.ts';
import { Person } from '../../domain/person.ts';
import { byId, changed, id, none } from './inputs.ts';
import { method } from './method.ts';

/** How much erasing a person takes along. */
const ErasedCounts = z.object({
  conversations: z.number().int(),
  messages: z.number().int(),
  notes: z.number().int(),
  /** Drafts of replies and of notes. */
  drafts: z.number().int(),
  /** Replies that X does not have. */
  replies: z.number().int(),
  surveys: z.number().int(),
  /** Pictures, videos and recordings of private messages. */
  files: z.number().int(),
});

export const peopleMethods = {
  'people.get': method('query', 'Returns everything known about a person.', {
    input: byId,
    output: z.object({
      person: Person,
      conversationCount: z.number().int(),
      messageCount: z.number().int(),
      /** The person's conversations, the most recently active first, at most 20. */
      conversations: z.array(Conversation),
      /** Whether the team has made them a VIP. */
      isVip: z.boolean(),
      /** What Perch has done about the person on X; what was done elsewhere it does not know. */
      restrictions: z.object({ isMuted: z.boolean(), areDmsBlocked: z.boolean() }).optional(),
    }),
  }),
  'people.export': method(
    'query',
    'Returns everything that is stored about a person as JSON, by table: to give it to them if they ask for it. Pictures are left out.',
    { input: byId, output: z.object({ content: z.string() }) },
  ),
  'people.eraseCheck': method('query', 'Counts what erasing a person would delete.', {
    input: byId,
    output: z.object({
      handle: z.string(),
      counts: ErasedCounts,
      /** A reply to the person is on its way to X, or may have arrived there: nothing is erased before that is known. */
      isReplyOnItsWay: z.boolean(),
      /** Backups and other earlier states of the store, which have the person until they are deleted. */
      backups: z.number().int(),
    }),
  }),
  'people.erase': method(
    'command',
    'Erases everything that is stored about a person. That cannot be undone, and goes on at the next start if Perch is ended meanwhile, which fails with `engineGone`. Emits `people.erasing` while the search index is written anew. What others wrote stays, also where it names the person. An older backup that is restored has the person erased again before it is opened; an archive does not bring them back. Who writes again is captured from then on.',
    {
      input: z.strictObject({
        id,
        /** The handle, as a safeguard against erasing somebody else; the id of somebody whose handle is unknown. */
        handle: z.string().max(60),
        /** Deletes earlier backups too, once there is a new one. */
        deletesBackups: z.boolean().default(false),
      }),
      output: z.object({
        counts: ErasedCounts,
        /** What was asked afterwards: how many tables, and for how many words the search index. Nothing was found. */
        proof: z.object({
          tables: z.number().int(),
          words: z.number().int(),
          found: z.number().int(),
        }),
        /** Whether the file was written anew; a store of more than 32 MB uses the room again, which is overwritten with zeros. */
        isCompacted: z.boolean(),
        /** How many backups and earlier states of the store still have the person. */
        backups: z.number().int(),
      }),
    },
  ),
  'people.setVip': method(
    'command',
    'Makes a person a VIP, or ends that. Lists show it and can be filtered by it. Without an activity where it is so already.',
    {
      input: z.strictObject({ personId: id, isVip: z.boolean() }),
      output: changed,
    },
  ),
  'people.mute': method(
    'command',
    'Mutes a person on X for the account, or ends that. Their messages are still captured.',
    { input: z.strictObject({ id, muted: z.boolean() }), output: none },
  ),
  'people.blockDms': method(
    'command',
    'Keeps a person from sending the account private messages, or ends that. X has no call that blocks a person altogether.',
    { input: z.strictObject({ id, blocked: z.boolean() }), output: none },
  ),
} as const;
