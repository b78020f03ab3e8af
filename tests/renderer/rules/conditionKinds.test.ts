import { expect, test } from 'vitest';
import { conditionKinds, toKind, toNewCondition } from '#renderer/features/Rules/conditionKinds.ts';

test.each(conditionKinds)('a new condition of the kind %s is of that kind', (kind) => {
  expect(toKind(toNewCondition(kind, { tag: 't1', agent: 'a1', language: 'nl' }))).toBe(kind);
});
