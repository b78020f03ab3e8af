import { expect, test } from 'vitest';
import { eraseMessage } from '#engine/store/deletions.ts';
import { listMatches } from '#engine/store/indexQuestions.ts';
import { type StoredMessage, storeMessages } from '#engine/store/messages.ts';
import {
  beginIndexBuild,
  checkIndex,
  indexNextMessages,
  indexWaiting,
  isIndexBuilt,
  mergeIndex,
} from '#engine/store/searchIndex.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { createRandom } from '#simulator/base/random.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { listAllMatches, openWithParts } from '../../support/indexWithParts.ts';
import { snowflake } from '../../support/snowflake.ts';

const everything = { from: 0, before: Number.MAX_SAFE_INTEGER };

test.each([1, 2, 3, 4, 5, 6])('has every message once, whatever happens (seed %i)', (seed) => {
  const random = createRandom(seed);
  const pick = (most: number) => Math.floor(random() * most);
  const words = ['alpha', 'beta', 'gamma', 'delta'];
  const db = openWithParts(1 + pick(6));
  const texts = new Map<number, string>();
  const known = new Map<number, ReturnType<typeof someMessage>>();
  const note = (facts: readonly ReturnType<typeof someMessage>[], stored: readonly StoredMessage[]) => {
    for (const [n, { id }] of stored.entries()) {
      const fact = facts[n];
      if (!fact) continue;
      texts.set(id, fact.text);
      known.set(id, fact);
    }
  };
  const someText = () => Array.from({ length: 1 + pick(3) }, () => words[pick(4)]).join(' ');
  const acts = [
    () => {
      const facts = Array.from({ length: 1 + pick(4) }, () =>
        someMessage({ text: someText(), at: MORNING + pick(100) * MINUTE_MS }),
      );
      note(facts, storeMessages(db, facts, MORNING));
    },
    () => indexWaiting(db),
    () => {
      const [id = 0] = [...texts.keys()].slice(pick(texts.size || 1));
      if (!texts.has(id)) return;
      eraseMessage(db, id, MORNING);
      texts.delete(id);
    },
    () => {
      const [id = 0] = [...texts.keys()].slice(pick(texts.size || 1));
      const fact = known.get(id);
      if (!fact || !texts.has(id)) return;
      const versionXId = snowflake(MORNING + 200 * MINUTE_MS + pick(1_000_000));
      const edited = { ...fact, versionXId, text: someText() };
      if (storeMessages(db, [edited], MORNING)[0]?.change === 'edited') texts.set(id, edited.text);
    },
    () => beginIndexBuild(db),
    () => {
      if (!isIndexBuilt(db)) indexNextMessages(db, 1 + pick(5));
    },
    () => mergeIndex(db, 16),
  ];
  const odds = [0, 0, 0, 1, 1, 2, 3, 3, 4, 5, 5, 5, 6];
  for (let step = 0; step < 150; step += 1) acts[odds[pick(odds.length)] ?? 0]?.();
  while (!isIndexBuilt(db)) indexNextMessages(db, 7);
  for (const word of words) {
    const wanted = [...texts].filter(([, text]) => text.split(' ').includes(word)).map(([id]) => id);
    expect(listAllMatches(db, word, 3).ids).toEqual(wanted.toSorted((a, b) => b - a));
  }
  expect(listMatches(db, 'alpha OR beta OR gamma OR delta', everything, 3).ids.length).toBeLessThanOrEqual(3);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});
