import { expect, test } from 'vitest';
import { isOnlyComment } from '#engine/surveys/interpret/isOnlyComment.ts';

test.each([
  'Nothing',
  'No',
  'Nothing really, thanks!',
  'No, all good 👍',
  'Faster delivery',
  'Maybe a bit faster',
  'Better communication about delays.',
  'more staff',
  'Niets, alles was prima',
  'Doe zo verder, top!',
  'Snellere levering',
  'Misschien iets duidelijkere uitleg',
  'Rien du tout, merci beaucoup',
  'C’était parfait',
  'Plus rapide',
  'Moins d’attente au téléphone',
  'Une meilleure communication',
])('"%s" is a comment and nothing else', (text) => {
  expect(isOnlyComment(text)).toBe(true);
});

test.each([
  'Where is my parcel?',
  'Answer the phone',
  'You could send me the right size',
  'More information please, I still have no invoice',
  'Better call me back',
  'Faster refund of order 1234',
  'more staff, my package never came',
  'Nothing, just refund me',
  'Better if somebody looked at it',
  'Delivery',
  'Mijn pakje is nog niet aangekomen',
  'Beter antwoorden',
  'Sneller terugbetalen graag',
  'Niets werkt',
  'Plus de réponse depuis lundi',
  'Plus de réponse',
  'Mieux répondre, j’attends toujours',
  'Remboursez-moi',
  'Rien ne marche',
  'Better: https://shop.example/idea',
  '',
])('"%s" may call for a reply', (text) => {
  expect(isOnlyComment(text)).toBe(false);
});
