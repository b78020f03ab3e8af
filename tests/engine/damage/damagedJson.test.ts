import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { STORE_FILE } from '#engine/store/open.ts';
import { engineContract } from '#shared/contract/engine.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';

const columns: readonly [string, string][] = [
  ['messages', 'links'],
  ['messages', 'media'],
  ['messages', 'attachments'],
  ['messages', 'quotes'],
  ['outbox', 'error'],
  ['activities', 'facts'],
  ['sources', 'error'],
  ['settings', 'value'],
  ['saved_searches', 'terms'],
];
const values = ['{"half":', '', '[1, {"x": []}]', '"text"', '\u0000\ufffd'];

/** The queries that read what may be damaged. */
const queries = (id: string, personId: string): readonly [string, object][] => [
  ['conversations.get', { id }],
  ['conversations.list', { view: 'all' }],
  ['conversations.counts', {}],
  ['people.get', { id: personId }],
  ['search.messages', { text: 'Where' }],
  ['outbox.list', {}],
  ['capture.status', {}],
  ['settings.get', {}],
  ['savedSearches.list', {}],
  ['listening.list', {}],
  ['budget.get', {}],
  ['agents.list', {}],
  ['replies.options', { conversationId: id, text: 'Hi' }],
];

test.each(columns)('damaged JSON in %s.%s leaves everything else readable', async (table, column) => {
  const engine = await startTestEngine();
  const { id, personId } = await openConversation(engine);
  await engine.call('conversations.assign', { id, agent: 'Mia' });
  await engine.send(id, 'On it', 'public', 0);
  const terms = { all: ['perch'], any: [], phrases: [], hashtags: [], none: [], lang: null };
  await engine.call('savedSearches.save', { name: 'Perch', terms });
  for (const value of values) {
    await engine.restart({}, () => {
      const db = new Database(join(engine.dir, STORE_FILE));
      db.pragma('ignore_check_constraints = ON');
      db.prepare(`UPDATE ${table} SET ${column} = ?`).run(value);
      db.close();
    });
    for (const [method, input] of queries(id, personId)) {
      const result = await engine.engine.handle(method, input);
      const code = result.ok ? null : result.error.code;
      expect([method, value, code]).not.toEqual([method, value, 'bug']);
      if (method === 'conversations.list' || method === 'conversations.get') {
        expect([method, value, code]).toEqual([method, value, null]);
      }
      if (result.ok && method in engineContract) {
        engineContract[method as 'outbox.list'].output.parse(result.value);
      }
    }
    await engine.call('capture.pollNow', {});
    expect(engine.logLines.filter((line) => line.includes('"bug"'))).toEqual([]);
  }
});
