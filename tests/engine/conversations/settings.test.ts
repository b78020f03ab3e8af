import { expect, test } from 'vitest';
import { settingsHandlers } from '#engine/handlers/settings.ts';
import { testEngine } from '../../support/testEngine.ts';

/** An engine whose agent has renamed themselves and switched the undo time off. */
function changed() {
  const engine = testEngine();
  settingsHandlers['settings.set'](engine.ctx, { undoSeconds: 0 });
  const result = settingsHandlers['settings.set'](engine.ctx, { agentName: 'Sam' });
  return { ...engine, result };
}

test('changing a setting leaves the others as they are', () => {
  const { result, events } = changed();
  expect(result).toEqual({
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
});

test('an invalid stored setting has its default', () => {
  const { ctx } = changed();
  ctx.db.exec(`UPDATE settings SET value = '"soon' WHERE name = 'undoSeconds'`);
  expect(settingsHandlers['settings.get'](ctx).value.undoSeconds).toBe(10);
});

test('the agents include everybody who ever worked here, the current one first', () => {
  const { ctx } = changed();
  expect(settingsHandlers['agents.list'](ctx)).toEqual({
    ok: true,
    value: { me: 'Sam', all: ['Sam', 'Agent'] },
  });
});
