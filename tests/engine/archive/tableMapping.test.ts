import { describe, expect, test } from 'vitest';
import { someUser } from '../../support/builders.ts';
import { openTables, toTable } from '../../support/someTable.ts';

const anna = someUser('77', { handle: 'annadv', name: 'Anna' });

describe('the mapping of a table', () => {
  test('is needed where a time could be meant in several ways, and is remembered for the header', async () => {
    const { imports, inspect, writeTable, capture } = openTables();
    await capture([], [anna]);
    const table = toTable([
      ['handle', 'text', 'date'],
      ['annadv', 'hello', '03/04/2024 14:22'],
    ]);
    const file = writeTable(table);
    const guessed = await inspect(file);
    expect(guessed).toMatchObject({ needs: ['timeZone', 'dayOrder'], isRemembered: false, tool: null });
    expect(guessed.preview).toEqual([{ row: 2, skipped: 'noTime' }]);
    const refusal = (needs: string[]) => ({ ok: false, error: { code: 'tableNotUnderstood', file, needs } });
    expect(await imports.start(file)).toEqual(refusal(['mapping']));
    expect(await imports.start(file, guessed.mapping)).toEqual(refusal(['timeZone', 'dayOrder']));
    const mapping = { ...guessed.mapping, timeZone: 'Europe/Brussels', dayOrder: 'dayFirst' as const };
    expect((await inspect(file, mapping)).preview).toEqual([
      {
        row: 2,
        message: {
          kind: 'post',
          direction: 'in',
          person: '@annadv',
          agent: null,
          at: Date.UTC(2024, 3, 3, 12, 22),
          text: 'hello',
        },
      },
    ]);
    expect(await imports.start(file, mapping)).toMatchObject({ ok: true, value: { posts: 1 } });
    const next = writeTable(table.replace('hello', 'again'), 'next.csv');
    expect(await inspect(next)).toMatchObject({ needs: [], isRemembered: true, mapping });
    expect(await imports.start(next)).toMatchObject({ ok: true, value: { posts: 1 } });
  });

  test.each([
    [['Klant', 'Richting', 'Tekst', 'Tijdstip', 'Medewerker'], 'Inkomend', 'Uitgaand'],
    [['Client', 'Sens', 'Texte', 'Heure', 'Agent'], 'Entrant', 'Sortant'],
  ])('knows who wrote what in a table with the columns %j', async (names, incoming, outgoing) => {
    const { inspect, writeTable, capture } = openTables();
    await capture([], [anna]);
    const rows = [
      ['@annadv', incoming, 'waar?', '2024-03-10T14:22:00Z', ''],
      ['@annadv', outgoing, 'hier', '2024-03-10T14:30:00Z', 'Bram'],
    ];
    const { needs, preview } = await inspect(writeTable(toTable([names, ...rows])));
    expect(needs).toEqual([]);
    expect(preview).toMatchObject([
      { message: { direction: 'in', person: '@annadv', text: 'waar?' } },
      { message: { direction: 'out', person: '@annadv', text: 'hier', agent: 'Bram' } },
    ]);
  });

  test.each([
    ['zammad', ['id', 'ticket_id', 'type', 'sender', 'from', 'to', 'body', 'message_id', 'created_at']],
    ['chatwoot', ['id', 'content', 'message_type', 'conversation_id', 'source_id', 'created_at']],
    ['sprout', ['Perma Link', 'text', 'created_time', 'post_type', 'from.screen_name']],
    ['zendesk', ['ticket.id', 'author_id', 'body', 'public', 'created_at', 'via.source.from.username']],
  ] as const)('is recognised for %s', async (tool, names) => {
    const { inspect, writeTable } = openTables();
    const found = await inspect(
      writeTable(toTable([names, names.map(() => '')].map((row) => [...row, 'x']))),
    );
    expect(found.tool).toBe(tool);
    expect(Object.keys(found.mapping.columns)).toEqual(
      expect.arrayContaining(['text', 'at', 'link'].slice(0, 2)),
    );
  });
});
