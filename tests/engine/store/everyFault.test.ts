import { describe, expect, test } from 'vitest';
import { type Flow, flows } from './faults/flows.ts';
import { begin, MINUTE, type World } from './faults/world.ts';

/** A disk that fails once, and one that stays full until there is room again. */
const faults = [
  ['once', 'SQLITE_IOERR_WRITE', false],
  ['until it is mended', 'SQLITE_FULL', true],
] as const;

/** One run of a flow in which call number `n` fails. Returns false if the flow has fewer calls. */
async function turn(world: World, flow: Flow, n: number, code: string, lasting: boolean): Promise<boolean> {
  await flow.prepare(world, n);
  await world.idle();
  world.disk.fail(n, code, lasting);
  const answer = await flow.act(world, n);
  await world.idle();
  const hasFailed = world.disk.hasFailed();
  if (!answer.ok) expect(answer.error).toMatchObject({ code: 'storeUnwritable' });
  flow.after(world, n, answer.ok);
  if (lasting && hasFailed) await world.pass(MINUTE);
  world.disk.mend();
  await world.pass(2 * MINUTE);
  await flow.atLast(world, n, answer.ok);
  return hasFailed;
}

describe.each(Object.entries(flows))('a disk that fails during %s', (_, flow) => {
  test.each(faults)(
    '%s is reported, leaves nothing half done and clears once the store works again',
    async (_when, code, lasting) => {
      const world = await begin();
      const every = Number(process.env.PERCH_FAULT_EVERY ?? flow.every);
      let n = 0;
      while (await turn(world, flow, n, code, lasting)) n += every;
      expect(n).toBeGreaterThan(3);
      expect(world.store.pragma('quick_check', { simple: true })).toBe('ok');
    },
    300_000,
  );
});
