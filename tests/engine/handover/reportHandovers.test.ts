import { describe, expect, test } from 'vitest';
import { openConversation } from '../../support/startTestEngine.ts';
import { handedOver, passHours, sendComposed, writePrivately } from './support.ts';

const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

describe('the report', () => {
  test('counts what arrived, how fast, and what still waits, by wording', async () => {
    const { engine } = await handedOver();
    await writePrivately(engine);
    const bert = await openConversation(engine, 'bert', 'And mine?');
    await engine.clock.advance(1_000);
    await sendComposed(engine, bert.id, false);
    const report = await engine.call('reports.handovers', always);
    expect(report).toMatchObject({ sent: 2, arrived: 1, waiting: 1, share: { value: 0.5 } });
    expect(report.medianMs).toBeGreaterThan(0);
    expect(report.groups).toMatchObject([
      { language: 'en', withLink: true, sent: 1, arrived: 1, share: { value: 1 } },
      { language: 'en', withLink: false, sent: 1, arrived: 0, medianMs: null },
    ]);
  });

  test('counts only what X had in that time', async () => {
    const { engine } = await handedOver();
    const now = engine.clock.now();
    await passHours(engine, 1);
    const before = await engine.call('reports.handovers', { from: 0, to: now - 60_000 });
    expect(before).toMatchObject({ sent: 0, share: null, groups: [] });
    expect(await engine.call('reports.handovers', { from: now - 60_000, to: now + 1 })).toMatchObject({
      sent: 1,
    });
  });
});

test('the filter lists conversations by how far their handover has come', async () => {
  const { engine, id } = await handedOver();
  const list = async (handover: 'sent' | 'arrived') => {
    const found = await engine.call('conversations.list', { view: 'all', filter: { handover } });
    const { count } = await engine.call('conversations.count', { view: 'all', filter: { handover } });
    expect(count).toBe(found.items.length);
    return found.items.map((row) => row.id);
  };
  expect([await list('sent'), await list('arrived')]).toEqual([[id], []]);
  await writePrivately(engine);
  expect([await list('sent'), await list('arrived')]).toEqual([[], [id]]);
});
