import type { Locator, Page } from 'playwright-core';

export interface TourStep {
  /** A sentence in the present tense, printed when the step is done. */
  readonly title: string;
  /** File name of the screenshot, without number and extension. */
  readonly picture: string;
  /** Theme of the screenshot; light by default. */
  readonly theme?: 'dark';
  /** Does the step and waits until its result is on the screen. */
  readonly run: (page: Page) => Promise<void>;
}

/** Long enough for the demo to start and for its customers to write. */
const demoTimeout = { timeout: 45_000 };
const publicReply = 'Hi Anna, sorry about that! We are looking into your order right now.';
const privateReply = 'Hi Anna, where may the new parcel go, and when are you at home? Only we read this.';

/** The main tasks, from the arrival of a mention to the score of the resolved conversation in the report. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'The queue shows who is waiting',
    picture: 'the-queue',
    run: (page) => rows(page).first().waitFor(demoTimeout),
  },
  { title: 'A mention arrives from Anna de Vries', picture: 'a-mention-arrives', run: showArrival },
  {
    title: 'Her conversation opens, with her history',
    picture: 'the-conversation',
    run: async (page) => {
      await annasRow(page).click();
      await publicField(page).waitFor(demoTimeout);
      await annasMessages(page).first().waitFor(demoTimeout);
    },
  },
  {
    title: 'One key inserts what the team replies to such questions',
    picture: 're-use',
    run: async (page) => {
      await page
        .getByRole('button', { name: /^Insert:/ })
        .first()
        .waitFor(demoTimeout);
      await publicField(page).focus();
      await page.keyboard.press('ControlOrMeta+1');
      await annasRow(page).getByText('Draft').waitFor(demoTimeout);
    },
  },
  {
    title: 'The agent writes a public reply',
    picture: 'a-public-reply',
    run: (page) => publicField(page).fill(publicReply),
  },
  {
    title: 'The reply is held for a few seconds and can be undone',
    picture: 'undo',
    run: async (page) => {
      await page.getByRole('button', { name: 'Reply in public to @annadv' }).click();
      await page.getByRole('button', { name: 'Undo' }).first().waitFor(demoTimeout);
    },
  },
  {
    title: 'The reply is on X, and Anna replies',
    picture: 'her-reply',
    run: (page) => sendNow(page, 'Thanks for answering so fast!'),
  },
  {
    title: 'One key asks Anna for a private message, with its price',
    picture: 'handover',
    run: async (page) => {
      await publicField(page).focus();
      await page.keyboard.press('ControlOrMeta+Shift+H');
      await page.getByText(/with the link, .* in words/).waitFor(demoTimeout);
    },
  },
  {
    title: 'Her private message arrives, and Perch says how fast',
    picture: 'handed-over',
    run: async (page) => {
      await page.getByRole('button', { name: 'Reply in public to @annadv' }).click();
      await page.getByRole('button', { name: 'Send now' }).first().click();
      await page.getByText(/^Private message came .* after the handover/).waitFor(demoTimeout);
    },
  },
  {
    title: 'The conversation moves to private messages',
    picture: 'a-private-reply',
    run: async (page) => {
      await page.getByRole('radio', { name: /^Private/ }).click();
      await privateField(page).fill(privateReply);
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
    title: 'The same in dark mode',
    picture: 'at-night',
    theme: 'dark',
    run: (page) => annasMessages(page).first().waitFor(demoTimeout),
  },
  {
    title: 'One key resolves the conversation and asks how it was, as Anna will see it',
    picture: 'survey',
    run: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('q');
      await page
        .getByRole('button', { name: 'Resolve and send survey' })
        .and(page.locator(':enabled'))
        .waitFor(demoTimeout);
    },
  },
  {
    title: 'Anna responds in her own words, and Perch reads the score',
    picture: 'score',
    run: async (page) => {
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Send now' }).first().click(demoTimeout);
      await page.getByText('Survey answered: 5 out of 5').waitFor(demoTimeout);
    },
  },
  {
    title: 'The resolved conversation stays in the archive',
    picture: 'the-archive',
    run: async (page) => {
      await page.getByRole('navigation').getByText('Resolved').first().click();
      await annasRow(page).click(demoTimeout);
      await annasMessages(page).first().waitFor(demoTimeout);
    },
  },
  {
    title: 'The report has her score, and says how little one score tells',
    picture: 'the-report',
    run: async (page) => {
      await page.getByRole('navigation').getByText('Reports').click();
      await page.getByRole('radio', { name: 'Surveys' }).click(demoTimeout);
      await page.getByText('1 of 1 gave a score').waitFor(demoTimeout);
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

/** Scrolls to the end of the queue, where the newest are, until Anna appears. */
async function showArrival(page: Page): Promise<void> {
  const list = page.getByRole('listbox', { name: 'Queue' });
  const until = performance.now() + demoTimeout.timeout;
  while (!(await annasRow(page).isVisible()) && performance.now() < until) {
    await list.hover();
    await page.mouse.wheel(0, 10_000);
    await page.waitForTimeout(200);
  }
  await annasRow(page).scrollIntoViewIfNeeded({ timeout: 1000 });
}

/** Skips the undo time and waits until Anna replies with this text of the demo. */
async function sendNow(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Send now' }).first().click();
  await annasMessages(page).filter({ hasText: text }).waitFor(demoTimeout);
}
