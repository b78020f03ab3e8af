import { create } from 'zustand';
import { ReportChoice } from '#shared/domain/reportChoice.ts';

const start: ReportChoice = {
  part: 'work',
  workBy: 'agent',
  scale: 'csat',
  period: 'days90',
  groupBy: 'agent',
  from: '',
  to: '',
  asKnownOn: '',
};

/** What is chosen on the screen of reports. */
export const useReportChoice = create<ReportChoice>()(() => start);

/** Changes a part of what is chosen on the screen of reports. */
export function chooseReport(change: Partial<ReportChoice>): void {
  useReportChoice.setState(change);
}

/** Forgets what was chosen, for another workspace. */
export function resetReport(): void {
  useReportChoice.setState(start);
}

/** What was chosen, to be remembered; absent for what is shown at first. */
export function toRememberedReport(): Record<string, string> | undefined {
  const choice = useReportChoice.getState();
  return JSON.stringify(choice) === JSON.stringify(start) ? undefined : { ...choice };
}

/** Chooses what was remembered; nothing of it where another version knew other choices. */
export function restoreReport(remembered: Readonly<Record<string, string>>): void {
  const choice = ReportChoice.safeParse(remembered);
  if (choice.success) useReportChoice.setState(choice.data);
}
