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

  it('sends a body without an end, until the client hangs up', async () => {
    const { simulator, path } = await startWithMentions();
    simulator.control.addFault({ kind: 'endless' });
    const response = await fetch(`${simulator.url}${path}`, {
      headers: { authorization: 'Bearer demo-token' },
    });
    const reader = response.body?.getReader();
    let received = 0;
    while (received < 20_000_000) received += (await reader?.read())?.value?.length ?? Number.NaN;
    await reader?.cancel();
    expect(received).toBeGreaterThanOrEqual(20_000_000);
    expect(idsOf(await simulator.get(path))).not.toEqual([]);
  });

  it('sends malformed JSON', async () => {
    const { simulator, path } = await startWithMentions();
    simulator.control.addFault({ kind: 'malformed' });
    await expect(simulator.get(path)).rejects.toThrow(SyntaxError);
  });
});
