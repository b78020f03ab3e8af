import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { patiently, replyField } from './support/theWindow.ts';

test('a public draft goes out in private with its picture', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.getByRole('option').filter({ hasText: '@davidpark' }).click(patiently);
  const conversationId = (
    await askEngine(page, 'conversations.list', { view: 'queue', limit: 50 })
  ).items.find(({ person }) => person.handle === 'davidpark')?.id;
  if (!conversationId) throw new Error('The demo has no conversation with David');
  const content = readFileSync(path.resolve('assets/demo/photos/parcel-on-porch.png')).toString('base64');
  const add = async (name: string) => (await askEngine(page, 'media.add', { name, content })).id;
  const attachments = [
    { id: await add('one.png'), altText: 'The porch' },
    { id: await add('two.png'), altText: 'The porch again' },
  ];
  const text = 'Is 0471 23 45 67 still your number?';
  await askEngine(page, 'drafts.save', { conversationId, channel: 'public', text, attachments });
  await page.reload();
  await page.getByRole('option').filter({ hasText: '@davidpark' }).click(patiently);
  await page.getByRole('button', { name: 'Send privately' }).first().waitFor(patiently);
  await replyField(page).first().focus();
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await page
    .getByText(/X takes one picture there/)
    .first()
    .waitFor(patiently);
  await page.getByRole('button', { name: 'Remove two.png' }).click(patiently);
  await page.getByRole('button', { name: 'Send privately to David' }).click(patiently);
  const newest = async () => (await askEngine(page, 'outbox.list', { limit: 1 })).items[0];
  await expect
    .poll(newest, patiently)
    .toMatchObject({ channel: 'dm', text, attachments: [{ altText: 'The porch' }] });
  expect((await askEngine(page, 'drafts.list', { conversationId })).items).toEqual([]);
});
