import type { SurveyState } from '#shared/domain/askedSurvey.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

/** An engine with a conversation whose person has written in private, and that is resolved. */
export async function resolvedConversation(...start: Parameters<typeof startTestEngine>) {
  const engine = await startTestEngine(...start);
  const { id, personId } = await openResolved(engine);
  const survey = { conversationId: id, scale: 'csat' } as const;
  return { engine, id, personId, survey, send: () => engine.call('surveys.send', survey) };
}

/** Opens a conversation in which the person also writes in private, and resolves it. */
export async function openResolved(engine: TestEngine, from = 'anna', text = 'Thanks, all is well') {
  const opened = await openConversation(engine, from);
  await engine.clock.advance(1_000);
  engine.control.dm({ from, text });
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(1_000);
  await resolve(engine, opened.id);
  return opened;
}

export const resolve = (engine: TestEngine, id: string) =>
  engine.call('conversations.setStatus', { id, status: 'resolved' });

/** Resolves once a survey has this state. */
export const untilSurvey = (engine: TestEngine, id: string, state: SurveyState) =>
  until(`the survey is ${state}`, async () => (await engine.call('surveys.get', { id })).state === state);

/** The codes of the reasons against a survey now. */
export async function reasonsAgainst(engine: TestEngine, conversationId: string) {
  const { reasons } = await engine.call('surveys.check', { conversationId, scale: 'csat' });
  return reasons.map(({ code }) => code);
}

/** The texts of the private messages that the account has sent. */
export const sentTexts = (engine: TestEngine) => engine.control.state().sentDms.map(({ text }) => text);
