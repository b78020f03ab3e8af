import { expect, test } from 'vitest';
import { forgetHandle, listRules, putRules } from '#engine/store/rules.ts';
import { noSteps } from '#shared/domain/rule.ts';
import { openTestDb } from '../../support/openTestDb.ts';

const toRule = (id: string, handles: string[]) => ({
  id,
  name: 'R',
  mode: 'on' as const,
  when: { kind: 'message' as const },
  conditions: [{ kind: 'person' as const, handles }],
  steps: { ...noSteps, status: 'open' as const },
  stops: false,
});

test('a person who is erased is in no rule any more, and a rule about nobody else does not become one about everybody', () => {
  const db = openTestDb();
  putRules(db, [toRule('both', ['Anna', 'bob']), toRule('bob', ['bob']), toRule('alone', ['anna'])]);
  forgetHandle(db, 'anna');
  expect(listRules(db)).toEqual([toRule('both', ['bob']), toRule('bob', ['bob'])]);
});
