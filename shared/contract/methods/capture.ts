import { z } from 'zod';
import { SourceStatus } from '../../domain/capture.ts';
import { Message } from '../../domain/message.ts';
import { SavedSearch, SearchTerms } from '../../domain/savedSearch.ts';
import { AppError } from '../../errors.ts';
import { byId, id, limit, none } from './inputs.ts';
import { method } from './method.ts';

/** Polling X, the gaps of what is captured, saved searches and their hits. */
export const captureMethods = {
  'capture.pollNow': method(
    'command',
    'Runs a poll cycle over every source; returns when everything is stored.',
    {
      input: none,
      output: z.object({
        newMessages: z.number().int(),
        /** Sources that could not be polled, and why. */
        failures: z.array(z.object({ source: z.string(), error: AppError })),
      }),
    },
  ),
  'capture.status': method('query', 'Returns for each source what is captured, what is missing and why.', {
    input: none,
    output: z.object({ sources: z.array(SourceStatus) }),
  }),
  'capture.backfill': method(
    'command',
    'Runs a poll cycle; returns how many gaps it closed. Gaps that X forgets first are backfilled first.',
    {
      input: none,
      output: z.object({ newMessages: z.number().int(), closedGaps: z.number().int() }),
    },
  ),
  'savedSearches.list': method('query', 'Lists the saved searches, newest first.', {
    input: none,
    output: z.object({ items: z.array(SavedSearch) }),
  }),
  'savedSearches.preview': method(
    'query',
    'Runs a search on X once, which costs money, and estimates what it would bring and cost.',
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
  'savedSearches.save': method('command', 'Creates a saved search, or updates the one with this id.', {
    input: z.strictObject({
      id: id.optional(),
      name: z.string().trim().min(1).max(80),
      terms: SearchTerms,
      takesAll: z.boolean().default(false),
    }),
    output: SavedSearch,
  }),
  'savedSearches.remove': method('command', 'Removes a saved search; its hits stay.', {
    input: byId,
    output: none,
  }),
  'listening.list': method('query', 'Lists the hits of saved searches, newest first.', {
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
  'listening.take': method('command', 'Takes a hit into the queue, into the conversation with its author.', {
    input: z.strictObject({ messageId: id }),
    output: z.object({ conversationId: z.string() }),
  }),
} as const;
