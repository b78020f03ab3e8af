import type { Locator, Page } from 'playwright-core';

export interface TourStep {
  /** A present-tense sentence, printed when the step is done. */
  readonly title: string;
  /** Name of the picture, without number and ending. */
  readonly picture: string;
  /** The theme of the picture; light when absent. */
  readonly theme?: 'dark';
  /** Does the step and waits until what it should lead to is on the screen. */
  readonly run: (page: Page) => Promise<void>;
}

/** Long enough for the demo to start and for its customers to write. */
const patiently = { timeout: 45_000 };
const publicAnswer = 'Hi Anna, sorry about that! We are looking into your order right now.';
const privateAnswer = 'Hi Anna, where may the new parcel go, and when are you at home? Only we read this.';

/** The main job, from a mention that arrives to the resolved conversation. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'The queue shows who is waiting',
    picture: 'the-queue',
    run: (page) => rows(page).first().waitFor(patiently),
  },
  { title: 'A mention arrives from Anna de Vries', picture: 'a-mention-arrives', run: showArrival },
  {
    title: 'It is opened, with all that is known of her',
    picture: 'the-conversation',
    run: async (page) => {
      await annasRow(page).click();
      await publicField(page).waitFor(patiently);
      await annasMessages(page).first().waitFor(patiently);
    },
  },
  {
    title: 'A public answer is written',
    picture: 'a-public-answer',
    run: (page) => publicField(page).fill(publicAnswer),
  },
  {
    title: 'It is sent, and can still be taken back',
    picture: 'the-time-to-undo',
    run: async (page) => {
      await page.getByRole('button', { name: 'Reply in public to @annadv' }).click();
      await page.getByRole('button', { name: 'Undo' }).first().waitFor(patiently);
    },
  },
  {
    title: 'It stands on X, and Anna replies',
    picture: 'her-reply',
    run: (page) => sendNow(page, 'Thanks for answering so fast!'),
  },
  {
    title: 'The matter moves to private messages',
    picture: 'a-private-answer',
    run: async (page) => {
      await page.getByRole('button', { name: 'Move to private' }).first().click();
      await privateField(page).fill(privateAnswer);
    },
  },
  {
    title: 'Anna replies in private',
    picture: 'her-private-reply',
    run: async (page) => {
      await page.getByRole('button', { name: /^Send privately to Anna/ }).click();
      await sendNow(page, 'I am home all day tomorrow.');
    },
  },
  {
    title: 'The same at night',
    picture: 'at-night',
    theme: 'dark',
    run: (page) => annasMessages(page).first().waitFor(patiently),
  },
  {
    title: 'The conversation is resolved, and the next one is open',
    picture: 'resolved',
    run: async (page) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Resolve\b/ })
        .click();
      await privateField(page).waitFor({ state: 'hidden', ...patiently });
    },
  },
  {
    title: 'It is kept, with every word',
    picture: 'the-archive',
    run: async (page) => {
      await page.getByRole('navigation').getByText('Resolved').first().click();
      await annasRow(page).click(patiently);
      await annasMessages(page).first().waitFor(patiently);
    },
  },
];

function rows(page: Page): Locator {
  return page.getByRole('option');
}

function annasRow(page: Page): Locator {
  return rows(page).filter({ hasText: 'Anna de Vries' }).first();
}

function annasMessages(page: Page): Locator {
  return page.getByRole('article', { name: /^Anna de Vries,/ });
}

function publicField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Public reply to @annadv' });
}

function privateField(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Private message to Anna/ });
}

/** Looks at the end of the queue, where the newest stand, until she is there. */
async function showArrival(page: Page): Promise<void> {
  const list = page.getByRole('listbox', { name: 'Queue' });
  const until = performance.now() + patiently.timeout;
  while (!(await annasRow(page).isVisible()) && performance.now() < until) {
    await list.hover();
    await page.mouse.wheel(0, 10_000);
    await page.waitForTimeout(200);
  }
  await annasRow(page).scrollIntoViewIfNeeded({ timeout: 1000 });
}

/** Ends the time to undo and waits until Anna has replied with these words of the demo's. */
async function sendNow(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Send now' }).first().click();
  await annasMessages(page).filter({ hasText: words }).waitFor(patiently);
}
