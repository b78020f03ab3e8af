import { describe, expect, it } from 'vitest';
import { createRandom } from '#simulator/base/random.ts';
import { startTestSimulator } from '../startTestSimulator.ts';

describe('fault rules', () => {
  it('apply to matching requests only, `count` times', async () => {
    const simulator = await startTestSimulator();
    simulator.control.addFault({ kind: 'serverError', match: { method: 'get', path: 'mentions' }, count: 2 });
    const path = `/2/users/${simulator.accountId}/mentions`;
    expect((await simulator.get('/2/users/me')).status).toBe(200);
    const seen = [await simulator.get(path), await simulator.get(path), await simulator.get(path)];
    expect(seen.map(({ status }) => status)).toEqual([503, 503, 200]);
  });

  it('apply with a probability, in the same sequence for the same seed', async () => {
    const simulator = await startTestSimulator();
    simulator.control.addFault({ kind: 'serverError', probability: 0.3, seed: 9 });
    const random = createRandom(9);
    for (let call = 0; call < 30; call += 1) {
      const expected = random() < 0.3 ? 503 : 200;
      expect((await simulator.get('/2/users/me')).status).toBe(expected);
    }
  });

  it('can be removed one by one or all at once', async () => {
    const simulator = await startTestSimulator();
    const { id } = simulator.control.addFault({ kind: 'forbidden', count: 5 });
    simulator.control.addFault({ kind: 'html', count: 5 });
    simulator.control.clearFaults({ id });
    expect((await fetch(`${simulator.url}/2/users/me`)).status).toBe(503);
    simulator.control.clearFaults();
    expect((await simulator.get('/2/users/me')).status).toBe(200);
  });

  it('do not apply to the control API', async () => {
    const simulator = await startTestSimulator();
    simulator.control.addFault({ kind: 'reset', count: 100 });
    expect((await simulator.get('/_control/state')).status).toBe(200);
  });
});
