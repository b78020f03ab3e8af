import { expect, test } from 'vitest';
import { askedSurvey } from './support.ts';

/** A low score with a comment, which a colleague of its handler has corrected; scores are hidden from the handler, who looks. */
async function hiddenFromHandler() {
  const asked = await askedSurvey();
  const { engine, surveyId, get, write } = asked;
  const handler = (await get()).handledBy ?? '';
  await write('2, the driver was rude');
  const { id: colleague } = await engine.call('agents.add', { name: 'Sam' });
  await engine.call('surveys.correct', { id: surveyId, score: 1 });
  await engine.call('surveys.updateSettings', { hideFromHandler: true });
  const as = (id: string) => engine.call('agents.switch', { id });
  await as(handler);
  const comments = async () =>
    (await engine.call('reports.surveyComments', { from: 0, to: engine.clock.now() + 1 })).items;
  return { ...asked, handler, colleague, as, comments };
}

const nothing = {
  score: null,
  comment: null,
  confidence: null,
  corrections: [],
  messageIds: [],
  isHidden: true,
};

test('a single score is hidden from the agent who handled the matter, however it is asked for', async () => {
  const { engine, surveyId, personId, get, kinds, comments } = await hiddenFromHandler();
  expect(await get()).toMatchObject({ ...nothing, state: 'answered' });
  const { items } = await engine.call('surveys.list', { personId });
  expect(items).toMatchObject([{ id: surveyId, ...nothing }]);
  expect(await comments()).toEqual([]);
  const told = (await kinds()).filter((kind) =>
    /^survey(Answered|Corrected|Commented|Doubted|FollowUp)$/.test(kind),
  );
  expect(told).toEqual([]);
  expect(await kinds()).toContain('surveySent');
});

test('a table for spreadsheets hides it, too, and says so', async () => {
  const { engine, colleague, as } = await hiddenFromHandler();
  const exported = async () => {
    const period = { from: 0, to: engine.clock.now() + 1 };
    const { content } = await engine.call('reports.exportResponses', period);
    const [head = [], row = []] = content
      .slice(1)
      .split('\r\n')
      .map((line) => line.split(','));
    return ['score', 'corrected', 'comment', 'hidden'].map((column) => row[head.indexOf(column)]);
  };
  expect(await exported()).toEqual(['', '', '', 'yes']);
  await as(colleague);
  expect(await exported()).toEqual(['1', 'yes', 'the driver was rude', 'no']);
});

test('a colleague sees it, and so does everybody once the setting is off', async () => {
  const { engine, handler, colleague, as, get, kinds, comments } = await hiddenFromHandler();
  const shown = { score: 1, comment: 'the driver was rude', corrections: [{ from: 2, to: 1 }] };
  await as(colleague);
  expect(await get()).toMatchObject(shown);
  expect(await get()).not.toHaveProperty('isHidden');
  expect(await kinds()).toContain('surveyFollowUp');
  expect(await comments()).toMatchObject([{ score: 1 }]);
  await engine.call('surveys.updateSettings', { hideFromHandler: false });
  await as(handler);
  expect(await get()).toMatchObject(shown);
  expect(await comments()).toHaveLength(1);
});

test('the handler can neither see nor change it by correcting it', async () => {
  const { engine, surveyId, colleague, as, get } = await hiddenFromHandler();
  const failed = await engine.fail('surveys.correct', { id: surveyId, score: 5 });
  expect(failed).toMatchObject({
    code: 'invalid',
    path: 'id',
    reason: expect.stringContaining('a colleague'),
  });
  await as(colleague);
  expect(await get()).toMatchObject({ score: 1 });
});

test('figures count it as ever', async () => {
  const { engine } = await hiddenFromHandler();
  const { csat } = await engine.call('reports.surveys', { from: 0, to: engine.clock.now() + 1 });
  expect(csat.figures).toMatchObject({ responses: 1 });
});
