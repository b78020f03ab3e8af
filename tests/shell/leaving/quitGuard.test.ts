import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { guardQuit } from '#shell/leaving/quitGuard.ts';

/** A guarded application; `answer` ends the question that is being asked. */
function guarded() {
  const questions: { resolve: (mayQuit: boolean) => void; reject: (bug: Error) => void }[] = [];
  const mayQuit = vi.fn(() => {
    return new Promise<boolean>((resolve, reject) => void questions.push({ resolve, reject }));
  });
  const app = Object.assign(new EventEmitter(), { quit: vi.fn() });
  const guard = guardQuit(app, mayQuit);
  const quit = () => {
    const event = { preventDefault: vi.fn() };
    app.emit('before-quit', event);
    return event.preventDefault.mock.calls.length === 0;
  };
  const end = async (how: () => void) => {
    how();
    await new Promise((resolve) => void setImmediate(resolve));
  };
  const answer = (yes: boolean) => end(() => questions.at(-1)?.resolve(yes));
  return {
    app,
    guard,
    mayQuit,
    quit,
    answer,
    fail: () => end(() => questions.at(-1)?.reject(new Error('bug'))),
  };
}

test('quits once it may, asking once however often that is tried', async () => {
  const { app, mayQuit, quit, answer } = guarded();
  expect([quit(), quit()]).toEqual([false, false]);
  expect(mayQuit).toHaveBeenCalledOnce();
  await answer(true);
  expect(app.quit).toHaveBeenCalledOnce();
  expect(quit()).toBe(true);
});

test('stays open where it may not, and asks again the next time', async () => {
  const { app, mayQuit, quit, answer } = guarded();
  quit();
  await answer(false);
  expect(app.quit).not.toHaveBeenCalled();
  expect(quit()).toBe(false);
  expect(mayQuit).toHaveBeenCalledTimes(2);
});

test('quits without a question where the system ends, and where the question fails', async () => {
  const ending = guarded();
  ending.guard.release();
  expect(ending.quit()).toBe(true);
  expect(ending.mayQuit).not.toHaveBeenCalled();
  const failing = guarded();
  failing.quit();
  await failing.fail();
  expect(failing.app.quit).toHaveBeenCalledOnce();
});

test('a system that ends while the question is open does not wait for its answer', async () => {
  const { guard, quit, answer } = guarded();
  quit();
  guard.release();
  expect(quit()).toBe(true);
  await answer(false);
  expect(guard.isReleased).toBe(true);
});
