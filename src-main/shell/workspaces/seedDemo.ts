import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { demoLibrary } from './demoLibrary.ts';

type Call = <M extends EngineMethod>(
  method: M,
  input: EngineInput<M>,
) => Promise<Result<EngineOutput<M>, AppError>>;

interface SeedReply {
  /** Who waits for it in the demo's scenario. */
  readonly handle: string;
  readonly channel: Channel;
  readonly text: string;
}

const colleague = 'Noor';

const watched: EngineInput<'savedSearches.save'> = {
  name: 'Harbour',
  terms: { all: [], any: ['harbour'], phrases: [], hashtags: [], none: [], lang: null },
};

/** What the colleague has replied before the window opens. */
export const seedReplies: readonly SeedReply[] = [
  {
    handle: 'fenna_smit',
    channel: 'public',
    text: 'Dat kan, Fenna! Open het album in je bibliotheek en kies “Cadeau doen”. Wie je het gunt, krijgt de link. ^Noor',
  },
  {
    handle: 'grace_oduya',
    channel: 'dm',
    text: 'Hi Grace, Plus covers six people, so a choir won’t fit. Our group plan does: up to 50 listeners, one bill. Shall I set it up for you? ^Noor',
  },
];

/**
 * Gives a new demo what a team would already have: a library, a saved search with posts found, and a colleague who has just
 * replied.
 * Everything goes through the engine as if agents had done it. The current agent stays the same. Returns the first error.
 */
export async function seedDemo(call: Call): Promise<Result<null, AppError>> {
  const polled = await call('capture.pollNow', {});
  if (!polled.ok) return polled;
  for (const canned of demoLibrary) {
    const created = await call('library.create', canned);
    if (!created.ok) return created;
  }
  // Nobody in the demo sleeps, so that a survey can be tried at any hour.
  const awake = await call('surveys.updateSettings', { quietFrom: 0, quietTo: 0 });
  if (!awake.ok) return awake;
  const saved = await call('savedSearches.save', watched);
  if (!saved.ok) return saved;
  const replied = await replyAsColleague(call);
  if (!replied.ok) return replied;
  const found = await call('capture.pollNow', {});
  return found.ok ? ok(null) : found;
}

async function replyAsColleague(call: Call): Promise<Result<null, AppError>> {
  const before = await call('agents.list', {});
  if (!before.ok) return before;
  const added = await call('agents.add', { name: colleague });
  if (!added.ok) return added;
  const replied = await sendReplies(call);
  const [me] = before.value.agents;
  const back = me ? await call('agents.switch', { id: me.id }) : ok({});
  return replied.ok && !back.ok ? back : replied;
}

async function sendReplies(call: Call): Promise<Result<null, AppError>> {
  const queue = await call('conversations.list', { view: 'queue', limit: 200 });
  if (!queue.ok) return queue;
  for (const { handle, channel, text } of seedReplies) {
    const conversation = queue.value.items.find(({ person }) => person.handle === handle);
    if (!conversation) return err({ code: 'notFound', what: 'conversation', id: handle });
    const sent = await call('replies.send', { conversationId: conversation.id, channel, text, undoMs: 0 });
    if (!sent.ok) return sent;
  }
  return ok(null);
}
