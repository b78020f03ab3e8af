import { describe, expect, it, test } from 'vitest';
import { sentimentOf } from '#engine/sentiment/sentimentOf.ts';
import { measureSentiment, readLabelled } from '../../../bench/sentimentQuality.ts';

describe('the sentiment', () => {
  test.each([
    ['en', 'I don’t like it, it doesn’t work', 'negative'],
    ['en', 'Not happy with it', 'negative'],
    ['en', 'No problems so far', 'positive'],
    ['en', '#NeverAgain @shop', 'negative'],
    ['en', 'sooooo disappointed', 'negative'],
    ['en', 'Great, another delay', 'negative'],
    ['en', 'Great phone but the battery is terrible', 'negative'],
    ['en', 'wow great 🙄', 'negative'],
    ['en', '😡', 'negative'],
    ['en', ':-(((', 'negative'],
    ['en', 'Thanks!', 'positive'],
    ['en', 'Thanks, could you check it?', 'neutral'],
    ['en', 'Does it work with a Mac?', 'neutral'],
    ['nl', 'Het werkt', 'neutral'],
    ['nl', 'Het werkt nog steeds niet', 'negative'],
    ['nl', 'Niet slecht!', 'positive'],
    ['nl', 'Helemaal niet tevreden', 'negative'],
    ['fr', 'Ça ne marche plus', 'negative'],
    ['fr', 'C’est plus rapide ?', 'neutral'],
    ['fr', 'Ce n’est pas bien', 'negative'],
    ['fr', 'Très contente, merci', 'positive'],
  ] as const)('of “%s: %s” is %s', (lang, text, sentiment) => {
    expect(sentimentOf(text, lang)).toBe(sentiment);
  });

  it('ignores handles and links', () => {
    expect(sentimentOf('@worst_scam_ever what time do you open? https://x.example/terrible', 'en')).toBe(
      'neutral',
    );
  });

  it('is in doubt where there is nothing to read, or as much praise as blame', () => {
    expect(sentimentOf('', 'en')).toBeNull();
    expect(sentimentOf('https://x.example/a @shop', 'en')).toBeNull();
    expect(sentimentOf('Love the phone, hate the battery', 'en')).toBeNull();
  });

  it('is in doubt about a longer statement without a word that it knows', () => {
    expect(sentimentOf('My order went to the house of my brother in Leeds', 'en')).toBeNull();
    expect(sentimentOf('Went to the house of my brother', 'en')).toBe('neutral');
  });
});

/** Slightly below what docs/listening.md has as measured. */
describe('of the labelled texts', () => {
  it('there are enough in each language', () => {
    const texts = [...readLabelled('tuned'), ...readLabelled('heldOut')];
    for (const lang of ['en', 'nl', 'fr']) {
      expect(texts.filter((one) => one.lang === lang).length).toBeGreaterThanOrEqual(140);
    }
  });

  test.each([
    ['tuned', 0.94, 0.98],
    ['heldOut', 0.84, 0.94],
    ['real', 0.7, 0.88],
  ] as const)(
    'those of “%s” have a macro-F1 of at least %d, and blame is found with a precision of %d',
    (set, f1, precision) => {
      const quality = measureSentiment(readLabelled(set));
      expect(quality.macroF1).toBeGreaterThanOrEqual(f1);
      expect(quality.classes.negative.precision).toBeGreaterThanOrEqual(precision);
    },
  );

  test.each(['en', 'nl', 'fr'])('those in %s that were held out have a macro-F1 of at least 0.8', (lang) => {
    const { macroF1 } = measureSentiment(readLabelled('heldOut').filter((one) => one.lang === lang));
    expect(macroF1).toBeGreaterThanOrEqual(0.8);
  });
});
