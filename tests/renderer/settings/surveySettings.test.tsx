import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SurveySettings } from '#renderer/features/Settings/SurveySettings.tsx';
import { standardSurveySettings } from '#shared/domain/standardSurveySettings.ts';
import type { Tag } from '#shared/domain/tag.ts';
import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const { texts } = standardSurveySettings;

async function draw(more: FakeHandlers = {}) {
  const drawn = renderWithEngine(<SurveySettings />, {
    handlers: {
      'surveys.updateSettings': (changed) => ok({ ...standardSurveySettings, ...withoutUndefined(changed) }),
      ...more,
    },
  });
  await screen.findByText('en csat 0');
  const type = async (name: string, text: string) => {
    const field = await screen.findByRole('textbox', { name });
    await drawn.user.clear(field);
    await drawn.user.type(field, text === '' ? '{Enter}' : `${text}{Enter}`);
  };
  const untilSaved = (change: object) =>
    waitFor(() => expect(drawn.engine.callsOf('surveys.updateSettings').at(-1)).toEqual(change));
  return { ...drawn, type, untilSaved };
}

it.each([
  ['Ask nobody again within', 'periodDays', '0', '45'],
  ['A score counts for', 'expiryDays', '91', '7'],
  ['Show figures from', 'minimumForFigures', '9', '25'],
] as const)('saves “%s” and refuses what is out of range', async (label, name, wrong, right) => {
  const { type, untilSaved, engine } = await draw();
  await type(label, wrong);
  expect(engine.callsOf('surveys.updateSettings')).toEqual([]);
  await type(label, right);
  await untilSaved({ [name]: Number(right) });
});

it('saves the quiet hours', async () => {
  const { user, untilSaved } = await draw();
  await user.click(screen.getByRole('combobox', { name: 'Ask nobody from' }));
  await user.click(await screen.findByRole('option', { name: /^22|10 PM|10:00 PM/ }));
  await untilSaved({ quietFrom: 22 });
});

it('turns following up low scores off', async () => {
  const { user, untilSaved } = await draw();
  await user.click(screen.getByRole('switch', { name: 'Follow up low scores' }));
  await untilSaved({ followUpLowScores: false });
});

it('asks by a rule: which question, when and how often', async () => {
  const { rule } = standardSurveySettings;
  const { user, type, untilSaved } = await draw();
  expect(screen.queryByRole('textbox', { name: 'Ask after' })).toBeNull();
  await user.click(screen.getByRole('switch', { name: 'Ask automatically after resolving' }));
  await untilSaved({ rule: { ...rule, on: true } });
  await type('Ask after', '60');
  await untilSaved({ rule: { ...rule, on: true, delayMinutes: 60 } });
  await user.click(screen.getByRole('combobox', { name: 'Question' }));
  await user.click(await screen.findByRole('option', { name: 'Recommendation 1' }));
  await untilSaved({ rule: { ...rule, on: true, delayMinutes: 60, scale: 'nps' } });
});

const namedTag = (id: string, name: string): Tag => ({ id, name, colour: 'red', conversations: 1 });

it('picks the tags of the rule from a list with search by keyboard, each beside those before', async () => {
  const rule = { ...standardSurveySettings.rule, on: true };
  let saveFirst = () => {};
  const first = new Promise<void>((resolve) => {
    saveFirst = resolve;
  });
  const { user, untilSaved } = await draw({
    'tags.list': () => ok({ items: [namedTag('t1', 'Refund'), namedTag('t2', 'Delivery')] }),
    'tags.create': ({ name }) => ok(namedTag('t3', name)),
    'surveys.settings': () => ok({ ...standardSurveySettings, rule }),
    'surveys.updateSettings': async (changed) => {
      await first;
      return ok({ ...standardSurveySettings, ...withoutUndefined(changed) });
    },
  });
  const chosen = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);
  const button = await screen.findByRole('button', { name: 'Choose tags' });
  button.focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Only with these tags' });
  await within(dialog).findByRole('option', { name: /Refund/ });
  // The second is chosen, and the third created, while the first is being saved.
  await user.keyboard('ref{Enter}deli{Enter}VIP{Enter}');
  saveFirst();
  await untilSaved({ rule: { ...rule, tagIds: ['t1', 't2', 't3'] } });
  await user.keyboard('{Backspace}refu{Enter}');
  await untilSaved({ rule: { ...rule, tagIds: ['t2', 't3'] } });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button));
  await waitFor(() => expect(chosen()).toEqual(['Delivery']));
  await user.click(screen.getByRole('button', { name: 'Remove Delivery' }));
  await untilSaved({ rule: { ...rule, tagIds: ['t3'] } });
  await waitFor(() => expect(document.activeElement).toBe(button));
});

it('hides single scores from who handled the matter', async () => {
  const { user, untilSaved } = await draw();
  await user.click(screen.getByRole('switch', { name: 'Hide single scores from who handled the matter' }));
  await untilSaved({ hideFromHandler: true });
});

it('reminds only if that is wanted', async () => {
  const { user, untilSaved } = await draw();
  expect(screen.queryByRole('textbox', { name: 'Remind after' })).toBeNull();
  await user.click(screen.getByRole('switch', { name: 'Remind once' }));
  await untilSaved({ reminds: true });
  expect(await screen.findByRole('textbox', { name: 'Remind after' })).toBeDefined();
});

it('asks for a comment after the chosen scores', async () => {
  const { user, untilSaved } = await draw();
  await user.click(screen.getByRole('switch', { name: 'Ask for a comment after a high score' }));
  await untilSaved({ freeTextAfter: ['low', 'middle', 'high'] });
});

it('takes only an address as the link to the privacy policy, or none', async () => {
  const { type, untilSaved, engine } = await draw();
  await type('Link to your privacy policy', 'our website');
  expect(engine.callsOf('surveys.updateSettings')).toEqual([]);
  await type('Link to your privacy policy', 'https://harbour.example/privacy');
  await untilSaved({ privacyLink: 'https://harbour.example/privacy' });
});

it('changes one text of one language and leaves the others', async () => {
  const { user, type, untilSaved } = await draw();
  await user.click(screen.getByRole('combobox', { name: 'Texts in' }));
  await user.click(await screen.findByRole('option', { name: 'Dutch' }));
  await type('Thanks for a low score', 'Sorry!');
  const thanks = { ...texts.nl.thanks, low: 'Sorry!' };
  await untilSaved({ texts: { ...texts, nl: { ...texts.nl, thanks } } });
});

it('adds a wording, removes one, and keeps the last', async () => {
  const { type, untilSaved, engine } = await draw();
  await type('Another recommendation question', 'Would you recommend us, 0 to 10?');
  const nps = [...texts.en.nps, 'Would you recommend us, 0 to 10?'];
  await untilSaved({ texts: { ...texts, en: { ...texts.en, nps } } });
  await type('Satisfaction question 2', '');
  await waitFor(() => expect(engine.callsOf('surveys.updateSettings')).toHaveLength(2));
  expect(engine.callsOf('surveys.updateSettings')[1]?.texts?.en.csat).toEqual([texts.en.csat[0]]);
  await type('Satisfaction question 1', '');
  expect(engine.callsOf('surveys.updateSettings')).toHaveLength(2);
});

it('shows each question as customers will see it, with its price', async () => {
  const { user } = await draw();
  expect(screen.getByText('X charges $0.015 for it.')).toBeDefined();
  await user.click(screen.getByRole('combobox', { name: 'What they will see, in a private message' }));
  await user.click(await screen.findByRole('option', { name: 'Recommendation 1' }));
  expect(await screen.findByText('en nps 0')).toBeDefined();
});
