import type { Page } from 'playwright-core';

export interface TourStep {
  /** A present-tense sentence, printed when the step is done. */
  readonly title: string;
  /** Name of the picture, without number and ending. */
  readonly picture: string;
  /** Does the step and waits until what it should lead to is on the screen. */
  readonly run: (page: Page) => Promise<void>;
}

const patientMs = 30_000;
const _publicAnswer = 'Hi Anna, sorry about the wait. We are looking at your order right now.';
const _privateAnswer = 'Hi Anna, could you send us your order number here? Then we can see where it is.';

/** The main job, from a mention that arrives to the resolved conversation. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'The queue shows who is waiting',
    picture: 'the-queue',
    run: async (page) => {
      await page
        .getByRole('listbox', { name: 'Queue' })
        .getByRole('option')
        .first()
        .waitFor({ timeout: patientMs });
    },
  },
  {
    title: 'A mention arrives from Anna de Vries',
    picture: 'a-mention-arrives',
    run: async (page) => {
      await anna(page).waitFor({ timeout: patientMs });
    },
  },
];

function anna(page: Page) {
  return page.getByRole('option', { name: /Anna de Vries/ }).first();
}
