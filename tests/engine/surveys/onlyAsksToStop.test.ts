import { expect, test } from 'vitest';
import { asksToStop, onlyAsksToStop } from '#engine/surveys/interpret/optOut.ts';
import { labelled } from '../../../bench/surveyQuality.ts';

test('each labelled request without a score says nothing else', () => {
  const requests = labelled.filter(({ optOut, score, text }) => optOut && score === null && asksToStop(text));
  expect(requests.length).toBeGreaterThan(50);
  expect(requests.filter(({ text }) => !onlyAsksToStop(text)).map(({ text }) => text)).toEqual([]);
});

test.each([
  'Hi, please stop messaging me, thank you',
  '@harbourhelp STOP',
  'Dag, stuur mij geen berichten meer aub',
  'Bonjour, je ne veux plus recevoir ces messages, merci',
])('"%s" says nothing else', (text) => {
  expect(onlyAsksToStop(text)).toBe(true);
});

test.each([
  'Stop! My card was charged twice',
  'STOP. Where is my parcel?',
  'stop https://example.com/broken',
  'Stop asking, order 4471 never came',
  'Stop met sturen, waar blijft mijn pakket',
  'stop ermee, mijn fiets is kapot',
  'Arrêtez, ma commande est cassée',
  'Stop, remboursez-moi',
])('"%s" says more, which somebody has to see to', (text) => {
  expect(onlyAsksToStop(text)).toBe(false);
});
