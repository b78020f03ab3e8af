import { describe, expect, test } from 'vitest';
import { POST_LIMIT, weightedLength } from '#shared/domain/postLength.ts';
import { listPostLinks } from '#shared/domain/postLinks.ts';
import { endsSentence } from '#shared/domain/sentenceEnds.ts';
import { joinParts, splitThread } from '#shared/domain/splitThread.ts';

const sentence = 'We have looked at your order, and the parcel left our warehouse this morning. ';

describe('splitThread', () => {
  test('leaves a text that fits as it is', () => {
    expect(splitThread(' On it ')).toEqual([{ body: ' On it ', text: 'On it' }]);
  });

  test('breaks where sentences end, and numbers the parts', () => {
    const texts = splitThread(sentence.repeat(8).trim()).map(({ text }) => text);
    expect(texts).toHaveLength(3);
    for (const [at, text] of texts.entries())
      expect(text).toMatch(new RegExp(`morning\\. \\(${at + 1}/3\\)$`));
  });

  test('prefers the end of a paragraph', () => {
    const [first] = splitThread(`${sentence.repeat(2)}\n\n${sentence.repeat(3)}`);
    expect(first?.body).toBe(`${sentence.repeat(2)}\n\n`);
  });

  test.each([
    [
      'dhr.',
      `${sentence.repeat(2)}U kunt daarvoor terecht bij onze collega dhr. Jansen van de afdeling retouren in het magazijn, die u er graag meer over vertelt dan ik.`,
      /dhr\. \(/,
    ],
    [
      'mme.',
      `${sentence.repeat(2)}Vous pouvez vous adresser à notre collègue Mme. Dupont au service des retours, qui vous en dira volontiers un peu plus que moi ici.`,
      /Mme\. \(/,
    ],
    [
      'a list',
      `${sentence.repeat(2)}Do this:\n1. Open the box that came with the parcel from us this week.\n2. Take out the small blue card and keep it for later.\n3. Send us a picture.`,
      /\b\d\. \(/,
    ],
    [
      'an initial',
      `${sentence.repeat(2)}Please ask for our colleague at the counter of the shop, who is called J. Smith and who knows about this parcel of yours already.`,
      /J\. \(/,
    ],
    [
      'a French sign',
      `${sentence.repeat(2)}Nous vous remercions de votre patience et nous revenons vers vous très vite avec une réponse complète à ce sujet, promis juré ! Merci !`,
      /^!/m,
    ],
  ])('does not break after %s', (_, text, wrong) => {
    const parts = splitThread(text);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.text).not.toMatch(wrong);
  });

  test('never splits a link or a handle', () => {
    const link = 'https://example.com/a/very/long/path?with=many&parameters=in&it=because#of-course';
    const words = Array.from({ length: 60 }, (_, n) =>
      n % 3 === 0 ? `${link}${n}` : n % 3 === 1 ? '@anna_jansen' : 'and',
    );
    const text = words.join(' ');
    const found = splitThread(text).flatMap((part) => part.text.replace(/ \(\d+\/\d+\)$/, '').split(' '));
    expect(found).toEqual(words);
  });

  test('splits scripts without spaces between words, and never an emoji', () => {
    const chinese = '我们今天早上已经把您的包裹寄出去了，请您耐心等待几天。'.repeat(12);
    for (const { text } of splitThread(chinese)) expect(text).toMatch(/。 \(\d+\/\d+\)$/);
    const families = '👨‍👩‍👧‍👦'.repeat(400);
    for (const { body } of splitThread(families)) expect(body.replaceAll('👨‍👩‍👧‍👦', '')).toBe('');
  });

  test('makes room for numbers with two digits', () => {
    const parts = splitThread(sentence.repeat(40));
    expect(parts.length).toBeGreaterThan(9);
    expect(parts.at(-1)?.text).toMatch(new RegExp(`\\(${parts.length}/${parts.length}\\)$`));
  });
});

const pieces = [
  'hello',
  'a',
  'dhr.',
  'Mr.',
  '1.',
  '\n2. ',
  '\n\n',
  '\n- ',
  '.',
  '!',
  '? ',
  ' ; ',
  ', ',
  ' ',
  '  ',
  '\u00a0',
  '…',
  '€',
  'https://example.com/?a=1&b=2',
  'www.example.org/x',
  '@anna',
  '#help',
  '你好世界',
  '。',
  '👍🏽',
  '👨‍👩‍👧',
  'é',
  'e\u0301',
  'ไทย',
  'supercalifragilistic',
  'x'.repeat(90),
  '«',
  ' »',
  '(',
  ')',
  '"',
  'tomorrow.In',
  '\t',
];

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return state / 0x80_00_00_00;
  };
}

test('nothing is lost, the order is kept and every part fits, whatever the text', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const next = random(seed);
    const length = 20 + Math.floor(next() * 300);
    const spaced = next() < 0.7;
    const text = Array.from(
      { length },
      () => pieces[Math.floor(next() * pieces.length)] + (spaced && next() < 0.7 ? ' ' : ''),
    ).join('');
    const parts = splitThread(text);
    expect(parts.map(({ body }) => body).join('')).toBe(text);
    expect(joinParts(parts)).toBe(text.trim());
    const links = listPostLinks(text);
    let at = 0;
    for (const part of parts) {
      expect(weightedLength(part.text)).toBeLessThanOrEqual(POST_LIMIT);
      expect(part.body.trim()).not.toBe('');
      at += part.body.length;
      expect(links.some(({ start, end }) => at > start && at < end)).toBe(false);
    }
  }
});

test.each([
  ['On it.', true],
  ['Really?!', true],
  ['He said "no."', true],
  ['Beste dhr.', false],
  ['bijv.', false],
  ['(e.g.', false],
  ['J.', false],
  ['List:\n 1.', false],
  ['It costs 10.', true],
  ['Hello', false],
  ['完了。', true],
])('%j ends a sentence: %j', (text, ends) => {
  expect(endsSentence(text)).toBe(ends);
});
