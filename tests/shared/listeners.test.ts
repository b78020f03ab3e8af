import { expect, it } from 'vitest';
import { createListeners } from '#shared/listeners.ts';

it('calls every listener in the order in which they were added, until each is removed', () => {
  const listeners = createListeners<string>();
  const heard: string[] = [];
  const forgetFirst = listeners.add((event) => heard.push(`first ${event}`));
  listeners.add((event) => heard.push(`second ${event}`));
  listeners.emit('a');
  forgetFirst();
  listeners.emit('b');
  expect(heard).toEqual(['first a', 'second a', 'second b']);
});

it('calls a listener that was added twice once', () => {
  const listeners = createListeners();
  let count = 0;
  const listener = () => {
    count++;
  };
  listeners.add(listener);
  listeners.add(listener);
  listeners.emit();
  expect(count).toBe(1);
});
