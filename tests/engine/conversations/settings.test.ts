import { expect, test } from 'vitest';
import { settingsHandlers } from '#engine/handlers/settings.ts';
import { testEngine } from '../../support/testEngine.ts';

test('settings are changed one by one, and a broken one is its default', () => {
  const { ctx, events } = testEngine();
  settingsHandlers['settings.set'](ctx, { undoSeconds: 0 });
  expect(settingsHandlers['settings.set'](ctx, { agentName: 'Sam' })).toEqual({
    ok: true,
    value: {
      agentName: 'Sam',
      responseTargetMinutes: 60,
      reopenHours: 72,
      undoSeconds: 0,
      officeHours: null,
    },
  });
  expect(events).toEqual(Array(2).fill({ name: 'settings.changed', params: {} }));
  ctx.db.exec(`UPDATE settings SET value = '"soon' WHERE name = 'undoSeconds'`);
  expect(settingsHandlers['settings.get'](ctx).value.undoSeconds).toBe(10);
  expect(settingsHandlers['agents.list'](ctx)).toEqual({
    ok: true,
    value: { me: 'Sam', all: ['Sam', 'Agent'] },
  });
});
