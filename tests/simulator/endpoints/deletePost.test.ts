import { describe, expect, it } from 'vitest';
import { startTestSimulator } from '../startTestSimulator.ts';

describe('deleting', () => {
  it('takes away an own post and leaves others’ alone', async () => {
    const simulator = await startTestSimulator();
    const own = simulator.control.ownPost({ text: 'Oops' });
    const other = simulator.control.mention({ from: 'ann', text: 'hi' });
    expect((await simulator.send('DELETE', `/2/tweets/${own.id}`)).body).toEqual({ data: { deleted: true } });
    expect((await simulator.send('DELETE', `/2/tweets/${other.id}`)).status).toBe(403);
    expect((await simulator.get('/2/tweets', { ids: `${own.id},${other.id}` })).data).toMatchObject([
      { id: other.id },
    ]);
  });
});
