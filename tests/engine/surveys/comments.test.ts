import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { until } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';
import { askedSurvey, sentTexts } from './support.ts';

const question = 'What could we do better?';

/** A survey whose person was asked for a comment after a score of 3 of 5. */
async function askedForComment() {
  const asked = await askedSurvey();
  const { engine, write } = asked;
  await write('3');
  await until('a comment is asked for', () => sentTexts(engine).length === 2);
  await engine.clock.advance(1_000);
  return asked;
}

/**
 * A survey whose person wrote after a question for a comment that X never confirmed: the connection was reset before or after X had the
 * question.
 */
async function writtenAfterUnconfirmed(when: 'before' | 'after') {
  const asked = await askedSurvey();
  const { engine } = asked;
  engine.control.addFault({ kind: 'reset', when, match: { method: 'POST' } });
  await engine.clock.advance(2_000);
  engine.control.dm({ from: 'anna', text: '3' });
  await engine.call('capture.pollNow', {});
  await until('the question may have arrived', async () =>
    (await engine.call('outbox.list', {})).items.some(({ state }) => state === 'unknown'),
  );
  engine.control.dm({ from: 'anna', text: 'Faster delivery' });
  await engine.call('capture.pollNow', {});
  return asked;
}

describe('the question for a comment', () => {
  test('stands below the thanks, in one message', async () => {
    const { engine } = await askedForComment();
    expect(sentTexts(engine)[1]).toBe(`Thank you for your answer. It helps us do better.\n\n${question}`);
  });

  test('is asked once, whatever becomes of the score, and after a restart', async () => {
    const { engine, write } = await askedForComment();
    await write('sorry, I meant 2');
    await engine.restart();
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(HOUR_MS);
    expect(sentTexts(engine)).toHaveLength(2);
  });

  test('follows only the scores that the workspace names', async () => {
    const { engine, write } = await askedSurvey('nps');
    await engine.call('surveys.updateSettings', { freeTextAfter: ['high'] });
    await write('9');
    await until('it is thanked for', () => sentTexts(engine).length === 2);
    expect(sentTexts(engine)[1]).toContain(question);
    const low = await askedSurvey('nps');
    await low.engine.call('surveys.updateSettings', { freeTextAfter: ['high'] });
    await low.write('3');
    await until('it is thanked for', () => sentTexts(low.engine).length === 2);
    expect(sentTexts(low.engine)[1]).not.toContain(question);
  });

  test('stands alone where nobody is thanked, and an empty one is not asked', async () => {
    const { engine, write } = await askedSurvey();
    const { texts } = await engine.call('surveys.settings', {});
    const en = { ...texts.en, thanks: { low: '', middle: '', high: '' } };
    await engine.call('surveys.updateSettings', { texts: { ...texts, en } });
    await write('3');
    await until('a comment is asked for', () => sentTexts(engine).length === 2);
    expect(sentTexts(engine)[1]).toBe(question);
    const none = await askedSurvey();
    await none.engine.call('surveys.updateSettings', { texts: { ...texts, en: { ...en, freeText: '' } } });
    await none.write('3');
    await none.engine.clock.advance(HOUR_MS);
    expect(sentTexts(none.engine)).toHaveLength(1);
  });

  test('is not asked of somebody who has commented, or written on', async () => {
    const { engine, write } = await askedSurvey();
    await write('3, the driver was late');
    await until('it is thanked for', () => sentTexts(engine).length === 2);
    expect(sentTexts(engine)[1]).not.toContain(question);
    const busy = await askedSurvey();
    busy.engine.control.dm({ from: 'anna', text: '3' });
    await busy.engine.clock.advance(2_000);
    await busy.write('By the way, my invoice is wrong again');
    await until('it is thanked for', () => sentTexts(busy.engine).length === 2);
    expect(sentTexts(busy.engine)[1]).not.toContain(question);
  });

  test('is not asked of somebody who wants no surveys', async () => {
    const { engine, personId, write } = await askedSurvey();
    await engine.call('surveys.optOut', { personId });
    await write('3');
    await until('it is thanked for', () => sentTexts(engine).length === 2);
    expect(sentTexts(engine)[1]).not.toContain(question);
  });

  test('is named once at most among the scores', async () => {
    const { engine } = await askedSurvey();
    const failed = await engine.fail('surveys.updateSettings', { freeTextAfter: ['low', 'low'] });
    expect(failed).toMatchObject({ code: 'invalid', path: 'freeTextAfter' });
  });
});

describe('a comment', () => {
  test('that calls for nothing reopens nothing', async () => {
    const { engine, get, write, read, kinds } = await askedForComment();
    await write('Faster delivery');
    expect(await get()).toMatchObject({ score: 3, comment: 'Faster delivery' });
    expect((await get()).messageIds).toHaveLength(2);
    expect(await read()).toMatchObject({ status: 'resolved', unread: 0 });
    expect(await kinds()).toContain('surveyCommented');
    await engine.clock.advance(HOUR_MS);
    expect(sentTexts(engine)).toHaveLength(2);
  });

  test('is taken after a question whose confirmation was lost, once the history shows that X has it', async () => {
    const { engine, get, read } = await writtenAfterUnconfirmed('after');
    expect(await get()).toMatchObject({ score: 3, comment: 'Faster delivery' });
    expect(await read()).toMatchObject({ status: 'resolved', unread: 0 });
    await engine.clock.advance(HOUR_MS);
    expect(sentTexts(engine)).toHaveLength(2);
  });

  test('is none after a question that is not on X, but an ordinary message', async () => {
    const { get, read } = await writtenAfterUnconfirmed('before');
    expect(await get()).toMatchObject({ score: 3, comment: null });
    expect(await read()).toMatchObject({ status: 'open', unread: 1 });
  });

  test('that may call for a reply is the comment, and goes to the queue', async () => {
    const { get, write, read } = await askedForComment();
    await write('Answer the phone! I waited for an hour');
    expect(await get()).toMatchObject({ score: 3, comment: 'Answer the phone! I waited for an hour' });
    expect(await read()).toMatchObject({ status: 'open', unread: 1 });
  });

  test('is the first message, not the next one', async () => {
    const { get, write, read } = await askedForComment();
    await write('Faster delivery');
    await write('More staff');
    expect(await get()).toMatchObject({ comment: 'Faster delivery' });
    expect(await read()).toMatchObject({ status: 'open', unread: 1 });
  });

  test('stays if the score is corrected after it', async () => {
    const { get, write } = await askedForComment();
    await write('Faster delivery');
    await write('sorry, I meant 4');
    expect(await get()).toMatchObject({ score: 4, comment: 'Faster delivery' });
  });

  test('comes within a day', async () => {
    const { engine, get, write, read } = await askedForComment();
    engine.clock.jump(DAY_MS);
    await write('Faster delivery');
    expect(await get()).toMatchObject({ comment: null });
    expect(await read()).toMatchObject({ status: 'open', unread: 1 });
  });

  test('is none to somebody who wrote to the person meanwhile', async () => {
    const { engine, id, get, write, read } = await askedForComment();
    await untilState(engine, await engine.send(id, 'Is there anything else?', 'dm', 0), 'sent');
    await write('Nothing, thanks');
    expect(await get()).toMatchObject({ comment: null });
    expect(await read()).toMatchObject({ unread: 1 });
  });

  test('is none where no comment was asked for', async () => {
    const { engine, get, write, read } = await askedSurvey();
    await write('5');
    await until('it is thanked for', () => sentTexts(engine).length === 2);
    await write('Faster delivery');
    expect(await get()).toMatchObject({ comment: null });
    expect(await read()).toMatchObject({ status: 'open', unread: 1 });
  });
});
