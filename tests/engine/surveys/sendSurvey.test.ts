import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';
import {
  openResolved,
  reasonsAgainst,
  resolve,
  resolvedConversation,
  sentTexts,
  untilSurvey,
} from './support.ts';

describe('a survey', () => {
  test('goes out in the language of its person, word for word as it was shown', async () => {
    const { engine, id, personId, survey, send } = await resolvedConversation();
    const shown = await engine.call('surveys.check', survey);
    expect(shown).toMatchObject({ reasons: [], usd: 0.015, language: 'en' });
    expect(shown.text).toContain('How satisfied are you with');
    const { id: surveyId, ...sent } = await send();
    expect(sent).toMatchObject({ conversationId: id, personId, state: 'queued', scale: 'csat', reasons: [] });
    const { agents } = await engine.call('agents.list', {});
    expect(sent).toMatchObject({ askedBy: agents[0]?.id, handledBy: agents[0]?.id });
    expect(sentTexts(engine)).toEqual([]);
    await engine.clock.advance(10_000);
    await untilSurvey(engine, surveyId, 'sent');
    expect(sentTexts(engine)).toEqual([shown.text]);
    const { conversation, activities } = await engine.call('conversations.get', { id });
    expect(conversation).toMatchObject({ status: 'resolved', unfinishedReply: null });
    const kinds = activities.map(({ kind }) => kind);
    expect(kinds).toContain('surveyAsked');
    expect(kinds.filter((kind) => kind === 'surveySent')).toHaveLength(1);
    expect(kinds).not.toContain('replySent');
  });

  test('asks in Dutch whom writes Dutch, with the link to the privacy policy', async () => {
    const engine = await startTestEngine();
    const { id } = await openResolved(
      engine,
      'anna',
      'Bedankt, het pakket is vandaag aangekomen bij de buren',
    );
    await engine.call('surveys.updateSettings', { privacyLink: 'https://harbour.example/privacy' });
    const { text, language } = await engine.call('surveys.check', { conversationId: id, scale: 'nps' });
    expect(language).toBe('nl');
    expect(text).toContain('https://harbour.example/privacy\nLiever geen vragen');
  });

  test('can be seen as it is before anybody is asked, with its price', async () => {
    const engine = await startTestEngine();
    // The name of the account comes with the first poll cycle.
    await engine.call('capture.pollNow', {});
    const { texts } = await engine.call('surveys.settings', {});
    const nl = { ...texts.nl, introduction: 'Dag {firstName}, {agent} hier.' };
    await engine.call('surveys.updateSettings', {
      texts: { ...texts, nl },
      privacyLink: 'https://harbour.example/privacy',
    });
    const asked = { language: 'nl', scale: 'nps' } as const;
    const { text, usd } = await engine.call('surveys.preview', asked);
    expect(text).toMatch(
      /^Dag \{firstName\}, [^{}]+ hier\.\n\nHoe waarschijnlijk is het dat je [^{}]+ aanbeveelt/,
    );
    expect(text).toContain('https://harbour.example/privacy\nLiever geen vragen');
    expect(usd).toBeGreaterThan(0);
    expect(await engine.fail('surveys.preview', { ...asked, variant: 1 })).toMatchObject({
      code: 'invalid',
      path: 'variant',
    });
  });

  test('can be taken back until it goes out, and leaves no draft', async () => {
    const { engine, id, send } = await resolvedConversation();
    const { id: surveyId } = await send();
    expect(await engine.call('surveys.cancel', { id: surveyId })).toMatchObject({ state: 'cancelled' });
    await engine.clock.advance(60_000);
    expect(sentTexts(engine)).toEqual([]);
    expect((await engine.call('drafts.list', { conversationId: id })).items).toEqual([]);
    expect(await engine.fail('surveys.cancel', { id: surveyId })).toMatchObject({ code: 'wrongState' });
    // What was never sent is no reason not to ask.
    expect(await reasonsAgainst(engine, id)).toEqual([]);
  });

  test('is cancelled instead of stopped if its person writes before it goes out', async () => {
    const { engine, id, send } = await resolvedConversation();
    const { id: surveyId } = await send();
    await engine.clock.advance(1_000);
    engine.control.dm({ from: 'anna', text: 'One more thing, please' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(20_000);
    await untilSurvey(engine, surveyId, 'cancelled');
    expect(sentTexts(engine)).toEqual([]);
    expect(engine.events.filter(({ name }) => name === 'outbox.needsDecision')).toEqual([]);
    const { conversation } = await engine.call('conversations.get', { id });
    expect(conversation.unfinishedReply).toBeNull();
  });

  test('that X refuses needs nobody, and is counted with its reason', async () => {
    const { engine, id, send } = await resolvedConversation();
    engine.control.addFault({ kind: 'forbidden', match: { method: 'POST' } });
    const { id: surveyId } = await send();
    await engine.clock.advance(10_000);
    await untilSurvey(engine, surveyId, 'refused');
    const { items } = await engine.call('surveys.list', { state: 'refused' });
    expect(items).toMatchObject([
      { id: surveyId, reasons: [{ code: expect.stringMatching(/refusedByX|noPrivateChannel/) }] },
    ]);
    expect((await engine.call('conversations.get', { id })).conversation).toMatchObject({
      status: 'resolved',
      unfinishedReply: null,
    });
    expect((await engine.call('conversations.list', { view: 'queue' })).items).toEqual([]);
  });

  test('of which X says nothing counts as sent, and is not sent again', async () => {
    const { engine, send } = await resolvedConversation();
    engine.control.addFault({ kind: 'timeout', when: 'before', match: { method: 'POST' } });
    const { id } = await send();
    await engine.clock.advance(10_000);
    for (let minute = 0; minute < 10; minute += 1) {
      await new Promise((done) => setTimeout(done, 60));
      await engine.clock.advance(60_000);
    }
    await untilSurvey(engine, id, 'sent');
    engine.control.clearFaults();
    await engine.clock.advance(HOUR_MS);
    expect(sentTexts(engine)).toEqual([]);
  });
});

describe('a person', () => {
  test('is asked again after the period, not before', async () => {
    const { engine, id, send } = await resolvedConversation();
    const { id: first } = await send();
    await engine.clock.advance(10_000);
    await untilSurvey(engine, first, 'sent');
    expect(await reasonsAgainst(engine, id)).toEqual(['askedRecently']);
    engine.clock.jump(29 * DAY_MS);
    const refused = await engine.fail('surveys.send', { conversationId: id, scale: 'nps' });
    expect(refused).toMatchObject({ code: 'surveyRefused', reasons: [{ code: 'askedRecently' }] });
    const { items } = await engine.call('surveys.list', {});
    expect(items.map(({ state, scale }) => [state, scale])).toEqual([
      ['refused', 'nps'],
      ['sent', 'csat'],
    ]);
    engine.clock.jump(DAY_MS);
    expect(await reasonsAgainst(engine, id)).toEqual([]);
  });

  test('is not asked in private who never wrote there', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    await resolve(engine, id);
    expect(await reasonsAgainst(engine, id)).toEqual(['noPrivateChannel']);
  });

  test('is not asked while a matter of theirs is open, here or elsewhere', async () => {
    const { engine, id } = await resolvedConversation();
    await engine.call('conversations.setStatus', { id, status: 'open' });
    expect(await reasonsAgainst(engine, id)).toContain('openMatter');
  });

  test('is not asked after an angry ending', async () => {
    const engine = await startTestEngine();
    const { id } = await openResolved(engine, 'anna', 'This is ridiculous, never again');
    expect(await reasonsAgainst(engine, id)).toEqual(['angryEnding']);
  });

  test('is not asked after opting out, until they opt in', async () => {
    const { engine, id, personId, send } = await resolvedConversation();
    const { id: surveyId } = await send();
    await engine.call('surveys.optOut', { personId });
    expect(await reasonsAgainst(engine, id)).toContain('optedOut');
    // One that waits in the outbox is not sent either.
    await engine.clock.advance(10_000);
    await untilSurvey(engine, surveyId, 'refused');
    expect(sentTexts(engine)).toEqual([]);
    await engine.call('surveys.optIn', { personId });
    expect(await reasonsAgainst(engine, id)).toEqual([]);
  });

  test('is not asked while a reply to them is not on X', async () => {
    const { engine, id } = await resolvedConversation();
    await engine.send(id, 'One more thing', 'dm', 60_000);
    await resolve(engine, id);
    expect(await reasonsAgainst(engine, id)).toContain('unsentReply');
  });

  test('is not asked at night', async () => {
    const { engine, id } = await resolvedConversation();
    await engine.call('settings.set', { officeHours: { timeZone: 'UTC', ranges: [], holidays: [] } });
    engine.clock.jump(12 * HOUR_MS);
    const { reasons } = await engine.call('surveys.check', { conversationId: id, scale: 'csat' });
    expect(reasons).toEqual([{ code: 'night', nextAt: Date.UTC(2026, 10, 24, 9) }]);
    engine.clock.jump(12 * HOUR_MS);
    expect(await reasonsAgainst(engine, id)).toEqual([]);
  });

  test('sleeps by the clocks where they live', async () => {
    const engine = await startTestEngine();
    engine.control.person({ handle: 'kenji', location: 'Tokyo' });
    const { id } = await openResolved(engine, 'kenji');
    expect(await reasonsAgainst(engine, id)).toEqual([]);
    engine.clock.jump(3 * HOUR_MS);
    const { reasons } = await engine.call('surveys.check', { conversationId: id, scale: 'csat' });
    expect(reasons).toEqual([{ code: 'night', nextAt: Date.UTC(2026, 10, 24) }]);
  });

  test('is not asked once the monthly cap is spent', async () => {
    const { engine, id } = await resolvedConversation();
    await engine.call('budget.set', { monthlyCapUsd: 0.001 });
    expect(await reasonsAgainst(engine, id)).toEqual(['capReached']);
  });
});

test('a reply goes out before a survey that was asked for earlier, and is not held up by it', async () => {
  const { engine, id, send } = await resolvedConversation();
  await send();
  await engine.clock.advance(9_000);
  const reply = await engine.send(id, 'By the way', 'dm', 0);
  await untilState(engine, reply, 'sent');
  expect(sentTexts(engine)).toEqual(['By the way']);
});

test('what X lets the account send is kept for replies; a survey that waits goes out once there is more', async () => {
  const { engine, id, send } = await resolvedConversation({}, { limits: true });
  const { id: surveyId } = await send();
  for (let n = 0; n < 10; n += 1) {
    await untilState(engine, await engine.send(id, `Reply ${n}`, 'dm', 0), 'sent');
  }
  await resolve(engine, id);
  expect(await reasonsAgainst(engine, id)).toEqual(['askedRecently', 'replyLimit']);
  await engine.clock.advance(10_000);
  await engine.clock.advance(60_000);
  expect(sentTexts(engine)).toHaveLength(10);
  expect(await engine.call('surveys.get', { id: surveyId })).toMatchObject({ state: 'queued' });
  await engine.clock.advance(15 * MINUTE_MS);
  await untilSurvey(engine, surveyId, 'sent');
});

test('an agent who cancels its outbox entry cancels the survey', async () => {
  const { engine, id, send } = await resolvedConversation();
  const { id: surveyId } = await send();
  const { items } = await engine.call('outbox.list', {});
  expect(items).toMatchObject([{ surveyId, agent: expect.any(String) }]);
  await engine.call('outbox.cancel', { id: items[0]?.id ?? '' });
  await untilSurvey(engine, surveyId, 'cancelled');
  expect((await engine.call('drafts.list', { conversationId: id })).items).toEqual([]);
});

test('surveys are listed page by page, the newest first', async () => {
  const { engine, id, personId } = await resolvedConversation();
  await engine.call('surveys.optOut', { personId });
  for (const scale of ['nps', 'csat', 'nps'] as const) {
    await engine.fail('surveys.send', { conversationId: id, scale });
    await engine.clock.advance(1_000);
  }
  const first = await engine.call('surveys.list', { limit: 2, personId });
  const cursor = first.nextCursor ?? '';
  const second = await engine.call('surveys.list', { limit: 2, personId, cursor });
  const listed = [...first.items, ...second.items];
  expect(listed.map(({ scale }) => scale)).toEqual(['nps', 'csat', 'nps']);
  expect(listed.every(({ reasons }) => reasons[0]?.code === 'optedOut')).toBe(true);
  expect(second.nextCursor).toBeUndefined();
  const { createdAt } = listed[1] ?? { createdAt: 0 };
  expect((await engine.call('surveys.list', { from: createdAt })).items).toHaveLength(2);
  expect((await engine.call('surveys.list', { to: createdAt })).items).toHaveLength(1);
});

test('a wording that does not exist, or has a variable that nobody knows, is refused', async () => {
  const { engine, survey } = await resolvedConversation();
  const unknown = await engine.fail('surveys.send', { ...survey, variant: 7 });
  expect(unknown).toMatchObject({ code: 'invalid', path: 'variant' });
  const { texts } = await engine.call('surveys.settings', {});
  const en = { ...texts.en, introduction: 'About {orderNumber}' };
  await engine.call('surveys.updateSettings', { texts: { ...texts, en } });
  expect(await engine.fail('surveys.check', survey)).toMatchObject({ code: 'unfilledVariable' });
});
