import { expect, test } from 'vitest';
import { searchHandlers as handlers } from '#engine/handlers/search.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { testEngine } from '../../support/testEngine.ts';

async function didYouMean(text: string, after?: string) {
  const { ctx, capture } = testEngine();
  const texts = ['my parcel is late', 'Parcel lost, écran noir', 'a parsel', "don't worry", 'station'];
  await capture(texts.map((text, n) => someMessage({ text, at: MORNING + n * 1_000 })));
  const found = handlers['search.messages'](ctx, { text, limit: 50, after });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value.didYouMean;
}

test.each([
  ['pracel', 'parcel'],
  ['late parce1 pacel', undefined],
  ['late pacel', 'late parcel'],
  ['late OR parcell', undefined],
  ['"late parzel"', undefined],
  ['"my parzel"', '"my parcel"'],
  // The more usual one of two that are as near.
  ['parxel', 'parcel'],
  ['ÉCRANS', 'ecran'],
  ['statio', undefined],
  ['lats', 'late'],
  ['pracel kind:dm', 'parcel kind:dm'],
  ['kind:dm from:parcell', undefined],
  ['late -pracel -late', undefined],
  ['@pracel', undefined],
  ['xyzxyz', undefined],
  ['parcel', undefined],
  ['pracel laet', 'parcel late'],
  ['pracel laet parxel', undefined],
])('%s may have been meant as %s', async (typed, meant) => {
  expect(await didYouMean(typed)).toBe(meant);
});
