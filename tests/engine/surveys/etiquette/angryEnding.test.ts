import { expect, test } from 'vitest';
import { endedInAnger } from '#engine/surveys/etiquette/angryEnding.ts';

test.each([
  'This is unacceptable, I want my money back',
  'WHERE IS THE PARCEL YOU PROMISED',
  'great, thanks for nothing 😡',
  'Wat een schande, ik bestel hier nooit meer',
  'C’est une honte. Plus jamais chez vous.',
  'Service lamentable',
])('"%s" is an angry ending', (text) => {
  expect(endedInAnger([text])).toBe(true);
});

test.each([
  'Thanks, it works again!',
  'I am no longer angry, thank you',
  'Ik ben niet boos hoor, bedankt',
  'Ce n’est pas une catastrophe, merci',
  'ok',
  'My order is ABCD EFGH',
  'Bedankt, top!',
  'I live in Worstead',
])('"%s" is none', (text) => {
  expect(endedInAnger([text])).toBe(false);
});

test('what was said just before counts, unless the person said thanks in the end', () => {
  expect(endedInAnger(['Order 4711', 'You are liars'])).toBe(true);
  expect(endedInAnger(['Thanks, solved', 'You are liars'])).toBe(false);
  expect(endedInAnger(['Order 4711', 'Where is it?', 'You are liars'])).toBe(false);
  expect(endedInAnger([])).toBe(false);
});
