import { expect, it } from 'vitest';
import { createListeners } from '#shared/listeners.ts';

it('tells every listener in the order in which they came, until each is taken back', () => {
  const listeners = createListeners<string>();
  const heard: string[] = [];
  const forgetFirst = listeners.add((told) => heard.push(`first ${told}`));
  listeners.add((told) => heard.push(`second ${told}`));
  listeners.emit('a');
  forgetFirst();
  listeners.emit('b');
  expect(heard).toEqual(['first a', 'second a', 'second b']);
});

it('tells whoever is added twice once', () => {
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
