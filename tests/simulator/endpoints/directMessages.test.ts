import { describe, expect, it } from 'vitest';
import { expectValid } from '../schemas/expectValid.ts';
import { PROBLEM } from '../schemas/responses.ts';
import { startTestSimulator } from '../startTestSimulator.ts';

describe('a direct message', () => {
  it('goes to the person, in a conversation named after both ids, the smaller first', async () => {
    const simulator = await startTestSimulator();
    simulator.control.person({ handle: 'ann', id: '9' });
    const sent = await simulator.send('POST', '/2/dm_conversations/with/9/messages', { text: 'Hello <3' });
    expect(sent.data[0]?.dm_conversation_id).toBe(`9-${simulator.accountId}`);
    expect(simulator.control.state().sentDms).toMatchObject([{ to: 'ann', toId: '9', text: 'Hello <3' }]);
  });

  it('is refused if the person accepts none, until they write first', async () => {
    const simulator = await startTestSimulator();
    const { id } = simulator.control.person({ handle: 'ann', receivesDms: false });
    const path = `/2/dm_conversations/with/${id}/messages`;
    const refused = await simulator.send('POST', path, { text: 'Hello' });
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toBe('You do not have permission to DM one or more participants.');
    simulator.control.dm({ from: 'ann', text: 'Hi there' });
    expect((await simulator.send('POST', path, { text: 'Hello' })).status).toBe(201);
    const seen = await simulator.get('/2/users', { ids: id, 'user.fields': 'receives_your_dm' });
    expect(seen.data[0]?.receives_your_dm).toBe(true);
  });

  it.each([
    ['an unknown person', '1', { text: 'Hello' }],
    ['an empty body', null, {}],
    ['an unknown field', null, { text: 'a', colour: 'red' }],
    ['more than 10,000 characters', null, { text: 'x'.repeat(10_001) }],
  ])('is refused for %s', async (_what, to, body) => {
    const simulator = await startTestSimulator();
    const { id } = simulator.control.person({ handle: 'ann' });
    const seen = await simulator.send('POST', `/2/dm_conversations/with/${to ?? id}/messages`, body);
    expect(seen.status).toBe(400);
    expectValid(PROBLEM, seen.body);
  });
});
