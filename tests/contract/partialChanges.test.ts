import { expect, test } from 'vitest';
import { engineContract } from '#shared/contract/engine.ts';

test('what changes a few facts of something fills in none that are absent', () => {
  const changes = Object.entries(engineContract).filter(([name]) => /\.(update|set)\w*$/.test(name));
  const filled = changes.flatMap(([name, { input }]) =>
    [{}, { id: 'x' }].flatMap((given) => {
      const { data } = input.safeParse(given);
      return data === undefined || JSON.stringify(data) === JSON.stringify(given) ? [] : [[name, data]];
    }),
  );
  expect(filled).toEqual([]);
});
