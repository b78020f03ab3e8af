// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useBusy } from '#renderer/ui/useBusy.ts';

/** Work that ends when the test says so, and counts how often it began. */
function createWork() {
  const state = { begun: 0 };
  let end = () => {};
  const ended = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  const work = () => {
    state.begun += 1;
    return ended;
  };
  return { state, end: () => end(), work };
}

describe('running one thing at a time', () => {
  it('ignores a second press that comes before the first is drawn', async () => {
    const { state, end, work } = createWork();
    const { result } = renderHook(() => useBusy());
    const pressed = result.current.run;
    await act(async () => {
      const presses = [pressed(work), pressed(work)];
      end();
      expect(await Promise.all(presses)).toEqual(['done', undefined]);
    });
    expect(state.begun).toBe(1);
  });

  it('is busy until the work ends', async () => {
    const { end, work } = createWork();
    const { result } = renderHook(() => useBusy());
    act(() => void result.current.run(work));
    expect(result.current.isBusy).toBe(true);
    await act(async () => end());
    expect(result.current.isBusy).toBe(false);
  });

  it('runs again after a failure', async () => {
    const { state, end, work } = createWork();
    const { result } = renderHook(() => useBusy());
    await act(async () => {
      const failing = result.current.run(() => Promise.reject(new Error('no network')));
      await expect(failing).rejects.toThrow('no network');
    });
    end();
    await act(async () => void (await result.current.run(work)));
    expect(state.begun).toBe(1);
    expect(result.current.isBusy).toBe(false);
  });
});
