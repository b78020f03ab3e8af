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

/** An engine with a survey that X has, and what its person and the agent see of it. */
export async function askedSurvey(scale: 'csat' | 'nps' = 'csat') {
  const { engine, id, personId } = await resolvedConversation();
  const { id: surveyId } = await engine.call('surveys.send', { conversationId: id, scale });
  await engine.clock.advance(10_000);
  await untilSurvey(engine, surveyId, 'sent');
  const get = () => engine.call('surveys.get', { id: surveyId });
  const write = async (text: string) => {
    await engine.clock.advance(2_000);
    engine.control.dm({ from: 'anna', text });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(1_000);
  };
  const read = async () => (await engine.call('conversations.get', { id })).conversation;
  const kinds = async () =>
    (await engine.call('conversations.get', { id })).activities.map(({ kind }) => kind);
  return { engine, id, personId, surveyId, get, write, read, kinds };
}

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
