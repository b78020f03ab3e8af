import type { EngineProcess } from './engineProcess.ts';
import { moveOn, pause, type Story } from './story.ts';
import { troubleReading, troubleSending } from './trouble.ts';

/** How many things may happen in one life, and how long each may take. */
const MOST_STEPS = 8;
const LONGEST_STEP_MS = 25;
const LONGEST_ROUND_MS = 80;

/** Lets people write, the engine capture and answer and X make trouble, until the engine is gone. */
export async function live(story: Story, engine: EngineProcess, name: string): Promise<void> {
  const { random } = story;
  const steps = 2 + Math.floor(random() * (MOST_STEPS - 2));
  write(story, `${name}.first`);
  await engine.call('capture.pollNow', {});
  for (let step = 0; step < steps; step += 1) {
    write(story, `${name}.${step}`);
    if (random() < 0.4) story.control.addFault(troubleReading(random));
    const round = engine.call('capture.pollNow', {});
    if (random() < 0.5) await Promise.race([round, pause(LONGEST_ROUND_MS)]);
    // Whatever is still under way ends with the engine.
    void answer(story, engine, `${name}.${step}`);
    if (random() < 0.5) moveOn(story, engine, Math.floor(random() * 30_000));
    await pause(random() * LONGEST_STEP_MS);
  }
}

/** Two of the people write something, in public or in private. */
export function write({ control, random, people, written }: Story, name: string): void {
  for (const from of people.filter(() => random() < 2 / people.length)) {
    const text = `message ${name} of ${from}`;
    const { id } = random() < 0.6 ? control.mention({ from, text }) : control.dm({ from, text });
    written.set(id, from);
  }
}

/** Answers some of the conversations that the engine knows of. */
export async function answer(story: Story, engine: EngineProcess, name: string, share = 0.5): Promise<void> {
  const { random } = story;
  const listed = await engine.call('conversations.list', { view: 'all' });
  const chosen = (listed?.items ?? []).filter(() => random() < share);
  await Promise.all(
    chosen.map(async ({ id, person, reason }) => {
      if (random() < 0.5) story.control.addFault(troubleSending(random));
      const channel = reason === 'dm' || random() < 0.4 ? 'dm' : 'public';
      const undoMs = random() < 0.3 ? Math.floor(random() * 10_000) : 0;
      // A text stands for one answer, also where somebody has two conversations.
      const text = `answer ${name} to ${person.handle} in ${id}`;
      story.sent.set(text, { channel, handle: person.handle });
      const confirmed = await engine.call('replies.send', { conversationId: id, channel, text, undoMs });
      if (confirmed) story.confirmed.add(text);
    }),
  );
}
