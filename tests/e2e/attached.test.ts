import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { openBySearch, patiently } from './support/theWindow.ts';

test('shows polls, quoted posts and what it cannot show, in both themes', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await page.getByRole('option').first().waitFor(patiently);
  const news = await x.control('post', { from: 'bobnews', text: 'The ferry is late again today.' });
  const gone = await x.control('post', { from: 'bobnews', text: 'Never mind' });
  await x.control('delete-post', { id: gone });
  const poll = {
    options: ['The red one', 'The blue one with a strap', 'Neither'],
    durationMinutes: 60,
  };
  const asked = await x.control('mention', { from: 'pollina', text: 'which one?', poll });
  await x.control('vote', { id: asked, position: 1, votes: 1234 });
  await x.control('vote', { id: asked, position: 2, votes: 821 });
  await x.control('mention', { from: 'pollina', text: 'Is this true?', quotedId: news });
  await x.control('mention', { from: 'pollina', text: 'And what was this?', quotedId: gone });
  await x.control('mention', {
    from: 'pollina',
    text: 'look at this',
    raw: { attachments: { hologram_keys: ['1'] } },
  });
  await x.control('dm', { from: 'pollina', text: 'This one', sharedId: news });
  await openBySearch(page, 'pollina');
  await page.getByRole('main').getByText('This one').waitFor(patiently);
  // Messages and mentions come one after the other.
  const figure = page.getByRole('figure', { name: 'Poll' });
  await expect.poll(() => figure.innerText(), patiently).toContain('1,234 votes');
  await expect.poll(() => page.locator('blockquote').count(), patiently).toBe(3);
  await expect.poll(() => page.getByText('The ferry is late again today.').count(), patiently).toBe(2);
  await expect.poll(() => page.getByText(/hologram_keys/).count(), patiently).toBe(1);
  expect(
    await page
      .getByRole('main')
      .getByText(/status\/\d/)
      .count(),
  ).toBe(0);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
});
