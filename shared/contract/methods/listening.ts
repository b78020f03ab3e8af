import { z } from 'zod';
import { HitFilter } from '../../domain/hitFilter.ts';
import { Message } from '../../domain/message.ts';
import { SavedSearch, SearchTerms } from '../../domain/savedSearch.ts';
import { Sentiment } from '../../domain/sentiment.ts';
import { Spike } from '../../domain/spike.ts';
import { Theme } from '../../domain/theme.ts';
import { byId, id, limit, none } from './inputs.ts';
import { method } from './method.ts';

/** Saved searches and their hits. */
export const listeningMethods = {
  'savedSearches.list': method('query', 'Lists the saved searches, newest first.', {
    input: none,
    output: z.object({ items: z.array(SavedSearch) }),
  }),
  'savedSearches.preview': method(
    'command',
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
  'listening.list': method(
    'query',
    'Lists the hits of saved searches, newest first; hidden ones only if asked for. With a filter, a page can be short or empty although `next` is set.',
    {
      input: z.strictObject({
        searchId: id.optional(),
        withHidden: z.boolean().default(false),
        filter: HitFilter.default({}),
        limit: limit.default(50),
        after: z.string().optional(),
      }),
      output: z.object({
        items: z.array(
          z.object({
            message: Message,
            searchIds: z.array(z.string()),
            takenAs: z.string().nullable(),
            unread: z.boolean(),
            hidden: z.boolean(),
            /** X's code; null if it is not known. */
            language: z.string().nullable(),
            /** Null if it is in doubt, and for languages other than English, Dutch and French. */
            sentiment: Sentiment.nullable(),
          }),
        ),
        next: z.string().optional(),
      }),
    },
  ),
  'listening.themes': method(
    'query',
    'Lists the words and hashtags that far more authors of hits wrote in the last hour than usual, the most surprising first; none while there is little past.',
    {
      input: z.strictObject({ searchId: id.optional() }),
      output: z.object({ items: z.array(Theme) }),
    },
  ),
  'listening.counts': method(
    'query',
    'Counts the unread hits, which are neither hidden nor in the queue nor deleted on X, and the hidden ones.',
    { input: none, output: z.object({ unread: z.number(), hidden: z.number() }) },
  ),
  'listening.markRead': method('command', 'Records that hits have been looked at.', {
    input: z.strictObject({ messageIds: z.array(id).min(1).max(200) }),
    output: none,
  }),
  'listening.hide': method('command', 'Hides a hit in the list of hits, or shows it again as it was.', {
    input: z.strictObject({ messageId: id, hidden: z.boolean().default(true) }),
    output: none,
  }),
  'listening.block': method(
    'command',
    'Leaves the posts of an author out of the list of hits and out of its counts, or shows them again. It does not block them on X, and what they write to the account still arrives.',
    {
      input: z.strictObject({ personId: id, blocked: z.boolean().default(true) }),
      output: none,
    },
  ),
  'listening.blocked': method(
    'query',
    'Lists the authors whose posts are left out, the last blocked first.',
    {
      input: none,
      output: z.object({
        items: z.array(z.object({ id: z.string(), handle: z.string(), name: z.string(), since: z.number() })),
      }),
    },
  ),
  'listening.take': method('command', 'Takes a hit into the queue, into the conversation with its author.', {
    input: z.strictObject({ messageId: id }),
    output: z.object({ conversationId: z.string() }),
  }),
  'spikes.list': method(
    'query',
    'Lists the latest spikes of mentions and hits, newest first: how many posts came in ten minutes, and how many are usual.',
    { input: z.strictObject({ limit: limit.default(20) }), output: z.object({ items: z.array(Spike) }) },
  ),
  'spikes.dismiss': method('command', 'Records that somebody has taken note of a spike.', {
    input: byId,
    output: none,
  }),
} as const;
