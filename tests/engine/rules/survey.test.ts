import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '#shared/time.ts';
import type { TestEngine } from '../../support/startTestEngine.ts';
import {
  askedSurvey,
  openResolved,
  reasonsAgainst,
  resolve,
  resolvedConversation,
} from '../surveys/support.ts';
import { createRule, type SomeRule } from './support.ts';

/** A conversation that is resolved, whose person then writes again and meets a rule about surveys. */
async function withRule(survey: 'no' | 'yes', more: SomeRule = {}) {
  const made = await resolvedConversation();
  const { engine, id } = made;
  const rule = await createRule(engine, { name: 'No surveys', ...more, steps: { survey } });
  const write = async (text = 'One more thing') => {
    engine.control.dm({ from: 'anna', text });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(1_000);
    await resolve(engine, id);
  };
  return { ...made, rule, write, reasons: () => reasonsAgainst(engine, id) };
}

const listOf = async (engine: TestEngine, id: string) =>
  (await engine.call('conversations.get', { id })).activities
    .filter(({ kind }) => kind === 'surveyRuledOut')
    .map(({ agent, facts }) => [agent === null, facts.isRuledOut]);

describe('a rule that rules out surveys', () => {
  test('keeps every survey about the conversation back, under its name, until an agent allows one', async () => {
    const { engine, id, send, write, reasons } = await withRule('no');
    expect(await reasons()).toEqual([]);
    await write();
    expect(await reasons()).toEqual(['ruledOut']);
    await expect(send()).rejects.toThrow('ruledOut');
    const { activities } = await engine.call('conversations.get', { id });
    expect(activities.filter(({ kind }) => kind === 'ruleRun')).toMatchObject([
      { facts: { rule: 'No surveys' } },
    ]);
    const allowed = await engine.call('surveys.setRuledOut', { conversationId: id, isRuledOut: false });
    expect(await reasons()).toEqual([]);
    expect(await listOf(engine, id)).toEqual([
      [true, true],
      [false, false],
    ]);
    await engine.call('activities.undo', { id: allowed.activityId ?? '' });
    expect(await reasons()).toEqual(['ruledOut']);
  });

  test('leaves the rule of the workspace with a refusal, and other conversations with a survey', async () => {
    const words = { kind: 'words' as const, words: ['lawyer'], not: false };
    const { engine, write } = await withRule('no', { conditions: [words] });
    const { rule } = await engine.call('surveys.settings', {});
    await engine.call('surveys.updateSettings', { rule: { ...rule, on: true, delayMinutes: 60 } });
    await write('My lawyer thanks you, all is well');
    await openResolved(engine, 'bea');
    await engine.clock.advance(HOUR_MS);
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(5 * 60_000);
    const { items } = await engine.call('surveys.list', {});
    const codes = items.map(({ state, reasons }) => [state, reasons.map(({ code }) => code)]);
    expect(codes).toContainEqual(['refused', ['ruledOut']]);
    expect(codes.filter(([state]) => state !== 'refused')).toHaveLength(1);
  });

  test('stops a survey that is on its way', async () => {
    const { engine, id, send } = await withRule('no');
    const { id: surveyId } = await send();
    await engine.call('surveys.setRuledOut', { conversationId: id, isRuledOut: true });
    await engine.clock.advance(30_000);
    await engine.call('capture.pollNow', {});
    const { state, reasons } = await engine.call('surveys.get', { id: surveyId });
    expect([state, reasons.map(({ code }) => code)]).toEqual(['refused', ['ruledOut']]);
    expect(engine.control.state().sentDms).toEqual([]);
  });

  test('can be undone, which lets the survey go out', async () => {
    const { engine, write, reasons, send } = await withRule('no');
    await write();
    const [run] = (await engine.call('rules.runs', {})).items;
    await engine.call('bulk.undo', { id: run?.id ?? '' });
    expect(await reasons()).toEqual([]);
    expect((await send()).state).toBe('queued');
  });

  test('only records it while it is tried', async () => {
    const { engine, write, reasons } = await withRule('no', { mode: 'log' });
    await write();
    expect(await reasons()).toEqual([]);
    expect((await engine.call('rules.runs', {})).items).toMatchObject([
      { isLogged: true, steps: { survey: 'no' } },
    ]);
  });
});

test('a rule allows a survey that was ruled out, and leaves one that was not without a trace', async () => {
  const { engine, id, write, reasons } = await withRule('yes');
  await write();
  expect(await listOf(engine, id)).toEqual([]);
  await engine.call('surveys.setRuledOut', { conversationId: id, isRuledOut: true });
  await write();
  expect(await reasons()).toEqual([]);
  expect(await listOf(engine, id)).toEqual([
    [false, true],
    [true, false],
  ]);
});

test('what was said of a survey stays when surveys are ruled out', async () => {
  const { engine, id, write, get } = await askedSurvey();
  await engine.call('surveys.setRuledOut', { conversationId: id, isRuledOut: true });
  await write('5');
  expect(await get()).toMatchObject({ state: 'answered', score: 5 });
});
