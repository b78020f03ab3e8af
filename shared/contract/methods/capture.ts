import { z } from 'zod';
import { SourceStatus } from '../../domain/capture.ts';
import { Message } from '../../domain/message.ts';
import { SavedSearch, SearchTerms } from '../../domain/savedSearch.ts';
import { AppError } from '../../errors.ts';
import { byId, id, limit, none } from './inputs.ts';
import { method } from './method.ts';

/** What is asked of X: mentions, messages and saved searches. */
export const captureMethods = {
  'capture.pollNow': method('command', 'Does one full round of every source; answers when all is stored.', {
    input: none,
    output: z.object({
      newMessages: z.number().int(),
      /** Sources that could not be asked this time, and why. */
      failures: z.array(z.object({ source: z.string(), error: AppError })),
    }),
  }),
  'capture.status': method('query', 'Says for each source what is captured, what is missing and why.', {
    input: none,
    output: z.object({ sources: z.array(SourceStatus) }),
  }),
  'capture.backfill': method(
    'command',
    'Tries to close the gaps that X still shows, the oldest risk first.',
    {
      input: none,
      output: z.object({ newMessages: z.number().int(), closedGaps: z.number().int() }),
    },
  ),
  'savedSearches.list': method('query', 'Lists the saved searches, the newest first.', {
    input: none,
    output: z.object({ items: z.array(SavedSearch) }),
  }),
  'savedSearches.preview': method(
    'query',
    'Asks X once what a search would bring, and estimates what it would cost.',
    {
      input: z.strictObject({ terms: SearchTerms }),
      output: z.object({
        query: z.string(),
        sample: z.array(Message),
        hitsPerDay: z.number(),
        usdPerMonth: z.number(),
      }),
    },
  ),
  'savedSearches.save': method('command', 'Adds a saved search, or changes the one with this id.', {
    input: z.strictObject({
      id: id.optional(),
      name: z.string().trim().min(1).max(80),
      terms: SearchTerms,
      takesAll: z.boolean().default(false),
    }),
    output: SavedSearch,
  }),
  'savedSearches.remove': method('command', 'Ends a saved search; what it found stays.', {
    input: byId,
    output: none,
  }),
  'listening.list': method('query', 'Lists the hits of saved searches, the newest first.', {
    input: z.strictObject({
      searchId: id.optional(),
      limit: limit.default(50),
      after: z.string().optional(),
    }),
    output: z.object({
      items: z.array(
        z.object({ message: Message, searchIds: z.array(z.string()), takenAs: z.string().nullable() }),
      ),
      next: z.string().optional(),
    }),
  }),
  'listening.take': method('command', 'Takes a hit into the queue as a conversation of its author.', {
    input: z.strictObject({ messageId: id }),
    output: z.object({ conversationId: z.string() }),
  }),
} as const;
