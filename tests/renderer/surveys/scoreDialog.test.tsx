import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useScoring } from '#renderer/state/scoring.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { Activity } from '#shared/domain/activity.ts';
import type { Survey } from '#shared/domain/askedSurvey.ts';
import { SurveyDoubt } from '#shared/domain/survey.ts';
import { ok } from '#shared/result.ts';
import { aSurvey } from '../../support/aSurvey.ts';
import { aConversation, aHistoryPage, aMessage } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const answered = aSurvey({ state: 'answered', scale: 'nps', score: 7, answeredAt: 1, messageIds: ['m1'] });

type Facts = Activity['facts'];

async function openConversation(activities: readonly [Activity['kind'], Facts][], survey: Survey = answered) {
  const conversation = aConversation({ id: 'c1' });
  const handlers: FakeHandlers = {
    'conversations.get': () =>
      ok({
        ...aHistoryPage(conversation, [aMessage({ id: 'm1', conversationId: 'c1', text: 'een dikke 7' })]),
        activities: activities.map(([kind, facts], at) => ({
          id: `a${at}`,
          at: Date.now() + at,
          agent: facts.agent === undefined ? null : String(facts.agent),
          kind,
          conversationId: 'c1',
          facts: { surveyId: 's1', scale: 'nps', from: null, ...facts },
        })),
      }),
    'surveys.get': () => ok(survey),
    'surveys.list': () => ok({ items: [survey] }),
    'surveys.correct': ({ score }) => ok({ ...survey, score }),
  };
  const drawn = renderWithEngine(<Frame />, { handlers });
  await screen.findByText('Live');
  useUi.getState().select('c1');
  await screen.findByRole('heading', { level: 1 });
  return drawn;
}

const findDialog = async () => within(await screen.findByRole('dialog', { name: 'Score of a survey' }));

beforeEach(() => useScoring.setState(useScoring.getInitialState(), true));

describe('the timeline', () => {
  it.each([
    ['surveyAnswered', { score: 9 }, 'Survey answered: 9 out of 10'],
    ['surveyAnswered', { score: 8, exact: 7.5 }, 'Survey answered: 8 out of 10 (7.5 said, rounded)'],
    ['surveyCorrected', { score: 9, from: 6 }, 'Corrected by the customer to 9 out of 10, 6 before'],
    ['surveyCorrected', { score: 0, from: 6, agent: 'Sam' }, 'Sam set the score to 0 out of 10, 6 before'],
    ['surveyCorrected', { score: 3, agent: 'Sam' }, 'Sam set the score to 3 out of 10'],
    ['surveyCorrected', { score: null, from: 0, agent: 'Sam' }, 'Sam removed the score, 0 before'],
    ['surveyExpired', {}, 'Survey expired without a score'],
    ['surveyReminded', {}, 'Survey reminder sent'],
    ['surveyCommented', {}, 'Comment on the survey'],
    ['surveyOptedOut', {}, 'Wants no more surveys'],
  ] as const)('says of %s %j: %s', async (kind, facts, words) => {
    await openConversation([[kind, facts]]);
    expect(await screen.findByText(words)).toBeDefined();
  });

  it.each(SurveyDoubt.options)('says why a response that is %s does not count', async (doubt) => {
    await openConversation([['surveyDoubted', { score: null, doubt }]]);
    expect((await screen.findByText(/^Perhaps a score, not counted\. .+\./)).textContent).not.toContain('{{');
    expect(screen.getByRole('button', { name: 'Set the score…' })).toBeDefined();
  });
});

describe('the score of a survey', () => {
  it('is corrected from the timeline by digits and Enter', async () => {
    const { engine, user } = await openConversation([['surveyAnswered', { score: 7 }]]);
    (await screen.findByRole('button', { name: 'Correct…' })).focus();
    await user.keyboard('{Enter}');
    const dialog = await findDialog();
    expect(await dialog.findByText('een dikke 7')).toBeDefined();
    expect(dialog.getByRole('button', { name: 'Save score' })).toHaveProperty('disabled', true);
    await waitFor(() => expect(document.activeElement).toBe(dialog.getByRole('form')));
    await user.keyboard('10');
    expect(dialog.getByRole('radio', { name: '10', checked: true })).toBeDefined();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(engine.callsOf('surveys.correct')).toEqual([{ id: 's1', score: 10 }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is found by a key, and can be removed', async () => {
    const { engine, user } = await openConversation([]);
    await user.keyboard('{Shift>}Q{/Shift}');
    const dialog = await findDialog();
    await user.click(await dialog.findByRole('radio', { name: 'None' }));
    await user.click(dialog.getByRole('button', { name: 'Save score' }));
    await waitFor(() => expect(engine.callsOf('surveys.correct')).toEqual([{ id: 's1', score: null }]));
  });

  it('shows how it came about', async () => {
    const corrections = [
      { at: 1, agent: null, from: 6, to: 8 },
      { at: 2, agent: 'a2', from: 8, to: null },
    ];
    const { user } = await openConversation([], { ...answered, corrections });
    await user.keyboard('{Shift>}Q{/Shift}');
    const dialog = await findDialog();
    const rows = (await dialog.findAllByRole('listitem')).map(({ textContent }) => textContent);
    expect(rows).toEqual([
      expect.stringMatching(/^8 → none, by Robin, /),
      expect.stringMatching(/^6 → 8, by the customer, /),
    ]);
  });

  it('takes no number that is not on the scale', async () => {
    const { user } = await openConversation([], { ...answered, scale: 'csat', score: 4 });
    await user.keyboard('{Shift>}Q{/Shift}');
    const dialog = await findDialog();
    await dialog.findByRole('radio', { name: '5' });
    await waitFor(() => expect(document.activeElement).toBe(dialog.getByRole('form')));
    await user.keyboard('9');
    expect(dialog.getByRole('radio', { name: '4', checked: true })).toBeDefined();
  });

  it('is neither shown nor set if it is hidden from the agent', async () => {
    const { engine, user } = await openConversation([], { ...answered, score: null, isHidden: true });
    await user.keyboard('{Shift>}Q{/Shift}');
    const dialog = await findDialog();
    expect(await dialog.findByText(/hidden from whoever handled the conversation/)).toBeDefined();
    await user.keyboard('9{Enter}');
    expect(dialog.queryByRole('radio')).toBeNull();
    expect(engine.callsOf('surveys.correct')).toEqual([]);
  });

  it('says so if nobody was asked', async () => {
    const { user } = await openConversation([], aSurvey({ state: 'refused' }));
    await user.keyboard('{Shift>}Q{/Shift}');
    expect(await (await findDialog()).findByText(/No survey has been sent/)).toBeDefined();
  });
});
