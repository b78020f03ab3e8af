import type { Locator, Page } from 'playwright-core';
import type { TourStep } from '../tourSteps.ts';
import type { YearPlan } from './plan.ts';
import { outage, toCustomer } from './words.ts';

/** Makes something happen on the built-in X, such as a `mention`. */
export type ControlX = (command: string, body: object) => Promise<void>;

const patiently = { timeout: 45_000 };
/** So many write at once in the second crisis, none of whom wrote in the first. */
const CROWD = 40;
const FIRST_OF_CROWD = 6_000;

/** What a year of a shop looks like in the window, and a crisis in it from the spike to the hand-back. */
export const toYearSteps = (plan: YearPlan, control: ControlX): readonly TourStep[] => [
  {
    title: 'After a year the queue shows who is waiting, and for how much longer they may',
    picture: 'the-queue',
    run: (page) => page.getByRole('option').first().click(patiently),
  },
  { title: 'The same in dark mode', picture: 'the-queue-at-night', theme: 'dark', run: async () => {} },
  {
    title: 'Service levels say what is promised to whom',
    picture: 'service-levels',
    run: async (page) => {
      await choose(page, 'Settings');
      const level = page.getByText(/^VIP \(.*first reply within/);
      await level.waitFor(patiently);
      await level.scrollIntoViewIfNeeded();
    },
  },
  {
    title: 'Rules have tagged what came in',
    picture: 'rules',
    run: async (page) => {
      await close(page, 'Settings');
      await choose(page, 'Manage rules');
      await page.getByRole('button', { name: 'Edit Refunds' }).waitFor(patiently);
    },
  },
  {
    title: 'Each run of a rule is listed, and can be undone',
    picture: 'rule-runs',
    run: async (page) => {
      await page.getByRole('button', { name: 'Runs of Refunds' }).click();
      await page.getByText('Refunds: add “Refund”').first().waitFor(patiently);
    },
  },
  ...toCrisisSteps(control),
  ...toReportSteps(plan),
];

const toCrisisSteps = (control: ControlX): readonly TourStep[] => [
  {
    title: 'Far more people write than usual, with one hashtag',
    picture: 'spike',
    run: async (page) => {
      await close(page, 'Rules');
      for (let index = 0; index < CROWD; index += 1) {
        const { handle, name } = toCustomer(FIRST_OF_CROWD + index);
        await control('person', { handle, name });
        await control('mention', { from: handle, text: outage.posts[index % outage.posts.length] });
      }
      const banner = page.getByRole('status').filter({ hasText: outage.hashtag.toLowerCase() });
      await banner.getByRole('button', { name: 'Show the posts' }).click(patiently);
      await page.getByRole('option').filter({ hasText: outage.hashtag }).first().waitFor(patiently);
    },
  },
  {
    title: 'Crisis mode begins with what happened and a holding statement',
    picture: 'crisis-begins',
    run: async (page) => {
      await page.getByRole('button', { name: 'Start crisis mode' }).click();
      const dialog = page.getByRole('dialog', { name: 'Start crisis mode' });
      await dialog.getByRole('textbox', { name: 'What happened' }).fill(outage.title);
      await dialog.getByRole('textbox', { name: 'Holding statement' }).fill(outage.statement.en);
    },
  },
  {
    title: 'Who wrote nearly the same is one group, and each gets a draft',
    picture: 'groups',
    run: async (page) => {
      await page
        .getByRole('dialog', { name: 'Start crisis mode' })
        .getByRole('button', { name: 'Start crisis mode' })
        .click();
      const draft = incident(page).getByRole('button', { name: /^Draft \d+ replies$/ });
      await draft.first().click(patiently);
      const send = incident(page).getByRole('button', { name: /^Send \d+ drafts$/ });
      await send.first().waitFor(patiently);
      await send.first().scrollIntoViewIfNeeded();
    },
  },
  {
    title: 'The drafts go out one after another, and can be stopped',
    picture: 'telling-everybody',
    run: async (page) => {
      await incident(page)
        .getByRole('button', { name: /^Send \d+ drafts$/ })
        .first()
        .click();
      await incident(page).getByRole('alert').getByRole('button', { name: 'Send' }).click();
      await incident(page).getByRole('button', { name: 'Stop sending' }).waitFor(patiently);
    },
  },
  {
    title: 'While it lasts, everybody sees it',
    picture: 'crisis-mode',
    theme: 'dark',
    run: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByText('Surveys and promises are frozen').waitFor(patiently);
    },
  },
  {
    title: 'The hand-back ends it, and the log keeps who knew what when',
    picture: 'hand-back',
    run: async (page) => {
      await page.getByRole('button', { name: 'Show the incident' }).click();
      await incident(page).getByRole('button', { name: 'Stop sending' }).click();
      await incident(page)
        .getByText(/Sending stopped; replies taken back: \d+/)
        .waitFor(patiently);
      await incident(page).getByRole('textbox', { name: 'Hand-back' }).fill(outage.handBackAgain);
      await incident(page).getByRole('button', { name: 'End crisis mode' }).click();
      await incident(page).getByRole('alert').getByRole('button', { name: 'End crisis mode' }).click();
      await past(page).getByText(outage.handBackAgain).waitFor(patiently);
    },
  },
  {
    title: 'So it has for the first crisis, with what it amounted to',
    picture: 'the-first-crisis',
    run: async (page) => {
      await past(page).getByRole('combobox', { name: 'Incident' }).click();
      await page.getByRole('option').last().click();
      await past(page).getByText(outage.handBack).waitFor(patiently);
    },
  },
];

const toReportSteps = (plan: YearPlan): readonly TourStep[] => {
  const { from, to } = toMonthOfCrisis(plan);
  return [
    {
      title: 'The report on the work of the year',
      picture: 'the-year',
      run: async (page) => {
        await close(page, 'Incidents and reports');
        await page.getByRole('button', { name: 'Dismiss the alert' }).click();
        await page.getByRole('navigation').getByText('Reports').click();
        await page.getByRole('radio', { name: '365 days' }).click(patiently);
        await reportIsThere(page);
        await page.getByText('Crisis mode has ended').waitFor({ state: 'detached', ...patiently });
      },
    },
    { title: 'The same in dark mode', picture: 'the-year-at-night', theme: 'dark', run: reportIsThere },
    {
      title: 'The backlog over the year',
      picture: 'the-backlog',
      run: (page) => scrollTo(page, 'Messages over time'),
    },
    {
      title: 'What came in and was resolved, and the busiest hours of the week',
      picture: 'the-week',
      run: (page) => scrollTo(page, 'Busiest hours'),
    },
    {
      title: 'Who did what, what it cost, and what the figures mean',
      picture: 'who-did-what',
      run: (page) => scrollTo(page, 'What the figures mean'),
    },
    {
      title: 'The month of the first crisis beside the month before',
      picture: 'the-month-of-the-crisis',
      run: async (page) => {
        await page.getByRole('radio', { name: 'Own dates' }).click();
        await page.getByLabel('First day', { exact: true }).fill(from);
        await page.getByLabel('Last day', { exact: true }).fill(to);
        await reportIsThere(page);
      },
    },
    { title: 'The same in dark mode', picture: 'the-month-at-night', theme: 'dark', run: reportIsThere },
    {
      title: 'What customers said when they were asked, over the year',
      picture: 'surveys',
      run: async (page) => {
        await page.getByRole('radio', { name: '365 days' }).click();
        await page.getByRole('radio', { name: 'Surveys' }).click();
        await page.getByText(/^\d+ of \d+ gave a score$/).waitFor(patiently);
      },
    },
  ];
};

const scrollTo = (page: Page, name: string) =>
  page.getByRole('heading', { name }).scrollIntoViewIfNeeded(patiently);

const reportIsThere = (page: Page) =>
  page
    .getByText(/of [\d,]+ targets met/)
    .first()
    .waitFor(patiently);

const past = (page: Page): Locator => page.getByRole('dialog', { name: 'Incidents and reports' });

const incident = (page: Page): Locator => page.getByRole('dialog', { name: /^Crisis mode: / });

/** The first and the last day of the month, as YYYY-MM-DD. */
function toMonthOfCrisis({ moments }: YearPlan): { readonly from: string; readonly to: string } {
  const at = new Date(moments.find(({ what }) => what === 'startCrisis')?.at ?? 0);
  const toDay = (day: Date) => day.toISOString().slice(0, 10);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  return {
    from: toDay(new Date(Date.UTC(year, month, 1))),
    to: toDay(new Date(Date.UTC(year, month + 1, 0))),
  };
}

/** Runs a command of the palette. */
async function choose(page: Page, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('combobox').and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type(command);
  const item = page.locator('[cmdk-item][aria-selected="true"]').filter({ hasText: command });
  await item.waitFor(patiently);
  await page.keyboard.press('Enter');
}

async function close(page: Page, dialog: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: dialog }).waitFor({ state: 'detached', ...patiently });
}
