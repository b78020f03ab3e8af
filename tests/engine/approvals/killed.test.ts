import { expect, test } from 'vitest';
import { openForCrashes } from '../../support/openForCrashes.ts';
import type { SpawnedEngine } from '../../support/spawnEngine.ts';
import { until } from '../../support/startTestEngine.ts';

const runs = Number(process.env.PERCH_KILL_RUNS ?? 12);

/** A folder whose engines can be killed, with a colleague and the conversation of a person. */
async function openTeam() {
  const { control, start } = await openForCrashes();
  control.mention({ from: 'anna', text: '@harbour where is my order?' });
  const first = await start();
  await first.call('capture.pollNow', {});
  await first.call('settings.set', { undoSeconds: 0 });
  const me = (await first.call('agents.list', {}))?.agents[0]?.id ?? '';
  const robin = (await first.call('agents.add', { name: 'Robin' }))?.id ?? '';
  const { items = [] } = (await first.call('conversations.list', { view: 'all' })) ?? {};
  await first.end();
  return { control, start, me, robin, conversationId: items[0]?.id ?? '' };
}

type Team = Awaited<ReturnType<typeof openTeam>>;

/** When the engine is killed: with a call under way, or after its response. */
const moments = ['asking', 'asked', 'approving', 'approved'] as const;

interface Death {
  readonly moment: (typeof moments)[number];
  /** How long a call that is under way is left alone. */
  readonly delayMs: number;
}

/** Asks as one agent and approves as another, until the engine is killed. Resolves with how far that was acknowledged. */
async function decide(engine: SpawnedEngine, team: Team, text: string, { moment, delayMs }: Death) {
  const during = async (now: Death['moment']) => {
    if (moment !== now) return;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await engine.kill();
  };
  await engine.call('agents.switch', { id: team.me });
  const reply = { conversationId: team.conversationId, channel: 'public', text } as const;
  const asking = engine.call('approvals.ask', { reply, approver: team.robin });
  await during('asking');
  const asked = await asking;
  if (moment === 'asked') await engine.kill();
  await engine.call('agents.switch', { id: team.robin });
  const approving = asked ? engine.call('approvals.approve', { id: asked.id, despite: true }) : null;
  await during('approving');
  const approved = await approving;
  await engine.kill();
  return { asked: asked !== null, approved: approved !== null };
}

test(
  `a reply that waits for a colleague is sent at most once in ${runs} crashes, and never without them`,
  async () => {
    const team = await openTeam();
    const { control, start } = team;
    const outcomes = new Map<string, Awaited<ReturnType<typeof decide>>>();
    for (let run = 0; run < runs; run += 1) {
      const text = `Answer number ${run} of the kind that a colleague reads first`;
      const engine = await start();
      // A slow response of X makes it likely that a crash cuts one off.
      control.addFault({ kind: 'slow', delayMs: (run * 13) % 60, match: { method: 'POST' } });
      const moment = moments[run % moments.length] ?? 'approved';
      outcomes.set(text, await decide(engine, team, text, { moment, delayMs: run * 3 }));
    }
    control.clearFaults();
    const engine = await start();
    const acknowledged = [...outcomes.values()];
    expect(acknowledged.some(({ asked, approved }) => asked && !approved)).toBe(true);
    expect(acknowledged.some(({ approved }) => approved)).toBe(true);
    const { items: waiting = [] } = (await engine.call('approvals.list', {})) ?? {};
    const entries = async () => (await engine.call('outbox.list', {}))?.items ?? [];
    for (const [text, { asked, approved }] of outcomes) {
      const waits = waiting.filter((item) => item.text === text).length;
      const goes = (await entries()).filter((entry) => entry.text === text).length;
      // It waits or it was approved, never both; what was acknowledged is not lost.
      expect(waits + goes).toBeLessThanOrEqual(1);
      if (asked) expect(waits + goes).toBe(1);
      if (approved) expect(goes).toBe(1);
    }
    // What a crash may have cut off is looked for on X first, and all later replies to the same person wait behind it.
    await until('nothing is being sent', async () => {
      const all = await entries();
      const isHeldUp = all.some(({ error }) => error !== undefined);
      return all.every(({ status: { kind } }) => kind !== 'sending' && (kind !== 'queued' || isHeldUp));
    });
    const onX = control.state().sentPosts.map(({ text }) => text.replace(/^@\w+ /, ''));
    expect(new Set(onX).size).toBe(onX.length);
    const texts = (await entries()).map(({ text }) => text);
    for (const text of onX) expect(texts).toContain(text);
    for (const { text } of waiting) expect(onX).not.toContain(text);
    expect(engine.log()).not.toContain('.failed');
    expect(await engine.end()).toBe(0);
  },
  60_000 + runs * 3_000,
);
