import { describe, expect, test } from 'vitest';
import { interpret } from '#engine/surveys/interpret/interpret.ts';
import { SURE_ENOUGH } from '#shared/domain/survey.ts';
import { labelled, measureQuality } from '../../../bench/surveyQuality.ts';
import { startTestEngine } from '../../support/startTestEngine.ts';

/** What counts by itself. */
const read = (text: string, scale: 'nps' | 'csat' = 'nps') => {
  const { score, confidence } = interpret(text, scale);
  return confidence >= SURE_ENOUGH ? score : null;
};

describe('the labelled responses', () => {
  test('are at least 1,400, in three languages, a third of them without a score', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(1_400);
    expect(labelled.filter(({ score }) => score === null).length).toBeGreaterThan(labelled.length / 3);
    for (const lang of ['en', 'nl', 'fr']) {
      expect(labelled.filter((one) => one.lang === lang).length).toBeGreaterThan(400);
    }
    expect(new Set(labelled.map(({ text, scale, lang }) => `${lang} ${scale} ${text}`)).size).toBe(
      labelled.length,
    );
  });

  describe.each([true, false])('with the language known: %s', (isKnown) => {
    test.each([
      ['developed with', labelled.filter(({ heldOut }) => !heldOut)],
      ['held out', labelled.filter(({ heldOut }) => heldOut)],
    ])('those %s are read with a precision of 99 % and a recall of 92 %', (_, responses) => {
      const { precision, recall, optOut, mistakes } = measureQuality(responses, isKnown);
      const told = mistakes.join('\n');
      expect(precision, told).toBeGreaterThanOrEqual(0.99);
      expect(recall, told).toBeGreaterThanOrEqual(0.92);
      expect(optOut, told).toBeGreaterThanOrEqual(0.99);
    });
  });

  test('keep the comments that were labelled', () => {
    const wrong = labelled
      .filter(({ comment }) => comment !== undefined)
      .map((one) => ({ ...one, got: interpret(one.text, one.scale, one.lang) }))
      .filter(({ got, score }) => got.score === score && got.confidence >= SURE_ENOUGH)
      .filter(({ comment, got }) => got.comment !== comment);
    expect(wrong.map(({ text, got }) => `${text}: ${got.comment}`)).toEqual([]);
  });
});

describe('a reading', () => {
  test('is the score alone for a number alone', () => {
    expect(interpret('9', 'nps')).toEqual({ score: 9, confidence: 1, optOut: false });
  });

  test('shows that it was rounded, halves up', () => {
    expect(interpret('7,5', 'nps')).toMatchObject({ score: 8, rounded: true, exact: 7.5 });
    expect(interpret('zeven en een half', 'nps')).toMatchObject({ score: 8, rounded: true, exact: 7.5 });
    expect(interpret('10.0', 'nps')).not.toHaveProperty('rounded');
  });

  test('has the comment without handle and link', () => {
    const { comment } = interpret('@BrewCo 8 but slow, see https://t.co/abc', 'nps');
    expect(comment).toBe('but slow, see');
  });

  test('keeps a sentence whole that goes on across the score', () => {
    const text = 'Your colleague deserves that I give a 9 because she called back';
    expect(interpret(text, 'nps')).toMatchObject({ score: 9, comment: text });
  });

  test('holds score and opting out', () => {
    expect(interpret('10 maar stop met die enquêtes', 'nps', 'nl')).toMatchObject({
      score: 10,
      optOut: true,
    });
  });

  test('takes "nul" for zero in Dutch, for rubbish in French, and asks if it knows neither', () => {
    expect(interpret('nul', 'nps', 'nl')).toMatchObject({ score: 0, confidence: 0.97 });
    expect(interpret('Nul !', 'nps', 'fr')).toEqual({ score: null, confidence: 0, optOut: false });
    expect(interpret('nul', 'nps')).toMatchObject({ score: 0, doubt: 'unclear' });
    expect(read("C'est nul, 2")).toBe(2);
  });

  test('says why it is not sure', () => {
    const doubts = [
      ['7 or 8', 'range'],
      ['9 for the agent, 2 for the delivery', 'several'],
      ['almost a 10', 'hedged'],
      ['10/10 for wasting my time', 'contradiction'],
      ['11', 'outOfRange'],
      ['5 stars', 'otherScale'],
      ['2 jerseys', 'unclear'],
    ] as const;
    for (const [text, doubt] of doubts) expect(interpret(text, 'nps'), text).toMatchObject({ doubt });
  });

  test('has no doubt about what is no response at all', () => {
    for (const text of [
      '',
      '   ',
      '@BrewCo',
      'Where is my parcel?',
      'no one helped',
      'order no. 9, still waiting',
      '🎉',
    ]) {
      expect(interpret(text, 'nps'), text).toEqual({ score: null, confidence: 0, optOut: false });
    }
  });

  test('takes the last of several messages if a word corrects the first', () => {
    expect(read('6\nsorry, I meant 9')).toBe(9);
    expect(read('8\n9')).toBeNull();
    expect(read('9\n9')).toBe(9);
  });

  test('counts stars, also written as a product, and asks where they are mixed with other numbers', () => {
    expect(read('⭐⭐⭐⭐½', 'csat')).toBe(5);
    expect(read('5x⭐', 'csat')).toBe(5);
    expect(read('⭐ x 4', 'csat')).toBe(4);
    expect(read('★★★☆☆', 'csat')).toBe(3);
    expect(read('⭐ 2nd time', 'csat')).toBeNull();
  });

  test('ignores the question that is quoted and the scale that is named', () => {
    expect(read('> How likely are you to recommend us, 0 to 10?\n9')).toBe(9);
    expect(read('On a scale of 1 to 10? 9')).toBe(9);
    expect(read('op een schaal van 0 tot 10: 8')).toBe(8);
  });

  test('takes a digit before a comment in unknown words, not before what is counted', () => {
    expect(read('9 vlotte service en vriendelijk')).toBe(9);
    expect(read('9 Julie était super')).toBe(9);
    for (const text of [
      '9 Privet Drive',
      '9 High Street',
      '2 jerseys',
      '10 unread emails',
      '9 dolle honden',
    ]) {
      expect(read(text), text).toBeNull();
    }
  });

  test('takes "a 9" for a score, unless somebody needs one', () => {
    expect(read('Emma gets a 10')).toBe(10);
    expect(read('da’s een 9 voor mij')).toBe(9);
    expect(read('I need a 9')).toBeNull();
    expect(read('do you have it in a 9?')).toBeNull();
  });

  test('is not sure where another number may be the score', () => {
    expect(interpret('my wife says 9, I say 4', 'nps')).toMatchObject({ score: null, doubt: 'several' });
    expect(read('room 7')).toBeNull();
    expect(interpret('room 7', 'nps')).not.toHaveProperty('doubt');
  });

  test('is not sure of praise for what nobody is praised for', () => {
    expect(read('10/10 for making me cry at work')).toBeNull();
    expect(read('10/10 for fixing my account so fast')).toBe(10);
    expect(read("10 pour m'avoir fait perdre ma journée")).toBeNull();
    expect(read("10 pour m'avoir aidée si vite")).toBe(10);
  });

  test('is always on the scale, whatever was written', () => {
    for (let n = 0; n < 5_000; n += 1) {
      const { score, confidence } = interpret(scramble(n), n % 2 === 0 ? 'nps' : 'csat');
      const [min, max] = n % 2 === 0 ? [0, 10] : [1, 5];
      if (score === null) expect(confidence).toBe(0);
      else expect(score >= min && score <= max && Number.isInteger(score)).toBe(true);
    }
  });

  test('comes from the engine by `surveys.interpret`', async () => {
    const { engine } = await startTestEngine();
    const answer = await engine.handle('surveys.interpret', {
      text: 'neuf sur dix',
      scale: 'nps',
      lang: 'fr',
    });
    expect(answer).toEqual({ ok: true, value: { score: 9, confidence: 0.97, optOut: false } });
    expect(await engine.handle('surveys.interpret', { text: '9', scale: 'ces' })).toMatchObject({
      ok: false,
    });
  });
});

/** Pieces of labelled responses in a random order, the same for the same number. */
function scramble(seed: number): string {
  let state = seed + 1;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: 1 + next(4) }, () => {
    const words = labelled[next(labelled.length)]?.text.split(' ') ?? [];
    return words.slice(next(words.length)).join(' ');
  }).join([' ', '\n', ', '][next(3)]);
}
