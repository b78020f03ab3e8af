import { describe, expect, it } from 'vitest';
import { idsOf, startTestSimulator, type TestSimulator } from '../startTestSimulator.ts';

describe('a fault in the response body', () => {
  async function startWithMentions(): Promise<{ simulator: TestSimulator; ids: string[]; path: string }> {
    const simulator = await startTestSimulator();
    const ids = Array.from({ length: 8 }, (_, index) => {
      simulator.clock.jump(1000);
      return simulator.control.mention({ from: 'ann', text: `question ${index}` }).id;
    });
    return { simulator, ids: ids.reverse(), path: `/2/users/${simulator.accountId}/mentions` };
  }

  it('repeats the items of a page', async () => {
    const { simulator, ids, path } = await startWithMentions();
    simulator.control.addFault({ kind: 'duplicated' });
    expect(idsOf(await simulator.get(path))).toEqual(ids.flatMap((id) => [id, id]));
  });

  it('shuffles items, in the same order for the same seed', async () => {
    const { simulator, ids, path } = await startWithMentions();
    simulator.control.addFault({ kind: 'shuffled', seed: 5, count: 2 });
    const first = idsOf(await simulator.get(path));
    expect(first).not.toEqual(ids);
    expect([...first].sort()).toEqual([...ids].sort());
    expect(idsOf(await simulator.get(path))).toEqual(first);
  });

  it('cuts the body off', async () => {
    const { simulator, path } = await startWithMentions();
    simulator.control.addFault({ kind: 'truncated' });
    await expect(simulator.get(path)).rejects.toThrow();
  });

  it('sends malformed JSON', async () => {
    const { simulator, path } = await startWithMentions();
    simulator.control.addFault({ kind: 'malformed' });
    await expect(simulator.get(path)).rejects.toThrow(SyntaxError);
  });
});
