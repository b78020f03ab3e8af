import type { EngineOutput } from '#shared/contract/engine.ts';
import { splitThread } from '#shared/domain/splitThread.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { LIMIT_STORED_WITHIN_MS } from './checkRateLimits.ts';
import type { EngineProcess } from './engineProcess.ts';
import { rateLimitWithReset, readFault, sendFault } from './faults.ts';
import { toLongText, toReplyText } from './replyText.ts';
import { advanceClock, type Destination, pause, type Scenario } from './scenario.ts';

/** X shows messages at most this much late. */
export const LATE_MS = 120_000;
/** A picture of one pixel. */
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNoaGj4DwAFhAKBzQ6x0wAAAABJRU5ErkJggg==';
const MAX_STEPS = 8;
const MAX_PAUSE_MS = 25;
const MAX_POLL_WAIT_MS = 80;

const MAX_LIMITED_STEPS = 6;
/** All steps together must end before X's rate limit does, which takes 15 minutes. */
const MAX_LIMITED_STEP_MS = MINUTE_MS;

/** Lets people write and the engine capture and reply while X returns random faults. Ends early if the engine is killed. */
export async function runWorkload(scenario: Scenario, engine: EngineProcess, name: string): Promise<void> {
  const { random } = scenario;
  const steps = 2 + Math.floor(random() * (MAX_STEPS - 2));
  writeMessages(scenario, `${name}.first`);
  await engine.call('capture.pollNow', {});
  for (let step = 0; step < steps; step += 1) {
    writeMessages(scenario, `${name}.${step}`);
    if (random() < 0.4) scenario.control.addFault(readFault(random));
    const polled = engine.call('capture.pollNow', {});
    if (random() < 0.5) await Promise.race([polled, pause(MAX_POLL_WAIT_MS)]);
    // Not awaited: calls that are pending when the engine is killed resolve with null.
    void sendReplies(scenario, engine, `${name}.${step}`);
    if (random() < 0.5) void retryAtOnce(scenario, engine);
    if (random() < 0.5) advanceClock(scenario, engine, Math.floor(random() * 30_000));
    await pause(random() * MAX_PAUSE_MS);
  }
}

/** Lets X limit one endpoint while the engine is made to call all of them again and again. */
export async function runRateLimitedWorkload(
  scenario: Scenario,
  engine: EngineProcess,
  name: string,
): Promise<void> {
  const { random, control } = scenario;
  writeMessages(scenario, `${name}.first`);
  await engine.call('capture.pollNow', {});
  control.addFault(rateLimitWithReset(random));
  await callEveryEndpoint(scenario, engine, `${name}.limited`);
  await pause(LIMIT_STORED_WITHIN_MS);
  const steps = 2 + Math.floor(random() * (MAX_LIMITED_STEPS - 2));
  for (let step = 0; step < steps; step += 1) {
    advanceClock(scenario, engine, Math.floor(random() * MAX_LIMITED_STEP_MS));
    await callEveryEndpoint(scenario, engine, `${name}.${step}`);
    await pause(random() * 20);
  }
}

async function callEveryEndpoint(scenario: Scenario, engine: EngineProcess, name: string): Promise<void> {
  writeMessages(scenario, name);
  await engine.call('capture.pollNow', {});
  await sendReplies(scenario, engine, name, 1);
}

/** About two of the people write a mention or a private message each. */
export function writeMessages({ control, random, people, written, counts }: Scenario, name: string): void {
  for (const from of people.filter(() => random() < 2 / people.length)) {
    const text = `message ${name} of ${from}`;
    const hiddenMs = random() < 0.2 ? Math.floor(random() * LATE_MS) : 0;
    if (hiddenMs > 0) counts.late += 1;
    const message = { from, text, hiddenMs };
    const { id } = random() < 0.6 ? control.mention(message) : control.dm(message);
    written.set(id, from);
  }
}

/** Sends a reply, half of them with a fault, in a random `share` of the engine's conversations. */
export async function sendReplies(
  scenario: Scenario,
  engine: EngineProcess,
  name: string,
  share = 0.5,
): Promise<void> {
  const { random } = scenario;
  const listed = await engine.call('conversations.list', { view: 'all' });
  const chosen = (listed?.items ?? []).filter(() => random() < share);
  await Promise.all(chosen.map((conversation) => sendReply(scenario, engine, name, conversation)));
}

type Conversation = EngineOutput<'conversations.list'>['items'][number];

async function sendReply(
  scenario: Scenario,
  engine: EngineProcess,
  name: string,
  { id, person, reason }: Conversation,
): Promise<void> {
  const { random } = scenario;
  if (random() < 0.5) scenario.control.addFault(sendFault(random));
  const channel = reason === 'dm' || random() < 0.4 ? 'dm' : 'public';
  const undoMs = random() < 0.3 ? Math.floor(random() * 10_000) : 0;
  // The text identifies the reply, so it names the conversation: a person can have two.
  const words = toReplyText(`reply ${name} to ${person.handle} in ${id}`, random());
  const text = channel === 'public' && random() < 0.15 ? toLongText(words) : words;
  const parts = channel === 'public' ? splitThread(text).map((part) => part.text) : [text];
  const attachments = random() < 0.15 ? await attach(engine) : [];
  requestParts(scenario, parts, { channel, handle: person.handle });
  const reply = { conversationId: id, channel, text, thread: true, attachments, undoMs } as const;
  const accepted = await engine.call('replies.send', reply);
  if (accepted) for (const part of parts) scenario.confirmed.add(part);
}

function requestParts({ requested }: Scenario, parts: readonly string[], to: Destination): void {
  for (const [at, part] of parts.entries()) {
    const after = parts[at - 1];
    requested.set(part, after === undefined ? to : { ...to, after });
  }
}

// Empty where the engine was killed meanwhile.
async function attach(engine: EngineProcess): Promise<{ readonly id: string; readonly altText: string }[]> {
  const added = await engine.call('media.add', { name: 'dot.png', content: DOT });
  return added ? [{ id: added.id, altText: 'A dot' }] : [];
}

/** Sends replies of unknown outcome again without waiting for Perch to look for them, as an impatient agent does. */
export async function retryAtOnce({ random, counts }: Scenario, engine: EngineProcess): Promise<void> {
  const entries = (await engine.call('outbox.list', {}))?.items ?? [];
  for (const { id, state } of entries) {
    if (state !== 'unknown' || random() < 0.3) continue;
    if (await engine.call('outbox.retry', { id })) counts.earlyRetries += 1;
  }
}
