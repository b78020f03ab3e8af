import { expect, test } from 'vitest';
import { openForCrashes } from '../../support/openForCrashes.ts';
import type { SpawnedEngine } from '../../support/spawnEngine.ts';

const runs = Number(process.env.PERCH_KILL_RUNS ?? 6);

async function begin(engine: SpawnedEngine, title: string): Promise<string> {
  const statement = [{ language: null, text: 'Sorry' }];
  return (await engine.call('crisis.start', { title, statement }))?.id ?? '';
}

const kindsOf = async (engine: SpawnedEngine, id: string) =>
  (await engine.call('crisis.log', { id }))?.items.map(({ kind }) => kind) ?? [];

test(
  `nothing acknowledged of an incident is lost in ${runs} crashes, and nothing is half done`,
  async () => {
    const { start } = await openForCrashes();
    for (let run = 0; run < runs; run += 1) {
      const engine = await start();
      const id = await begin(engine, `Incident ${run}`);
      const noting = engine.call('crisis.note', { id, kind: 'fact', text: 'known' });
      const noted = run % 2 === 0 ? await noting : null;
      const ending = run % 3 === 0 ? engine.call('crisis.end', { id }) : Promise.resolve(null);
      await new Promise((resolve) => setTimeout(resolve, run));
      await engine.kill();
      const ended = await ending;
      const next = await start();
      const running = (await next.call('crisis.get', {}))?.running ?? null;
      const kinds = await kindsOf(next, id);
      expect(kinds.slice(-2)).toEqual(['statementChanged', 'started']);
      if (noted) expect(kinds).toContain('fact');
      if (ended) expect(running).toBeNull();
      // The end and what the log says about it are there together, or not at all.
      expect(kinds.filter((kind) => kind === 'ended' || kind === 'surveysHeldBack')).toHaveLength(
        running ? 0 : 2,
      );
      if (running) await next.call('crisis.end', { id });
      expect(await next.end()).toBe(0);
    }
  },
  20_000 + runs * 5_000,
);
