import { create } from 'zustand';
import type { SurveyScale } from '#shared/domain/survey.ts';

interface Surveying {
  /** The conversation whose person is to be asked; it stays while the dialog fades out. */
  readonly conversationId: string | null;
  readonly isOpen: boolean;
  /** The scale that was chosen last. */
  readonly scale: SurveyScale;
}

/** The survey that is being prepared. */
export const useSurveying = create<Surveying>()(() => ({
  conversationId: null,
  isOpen: false,
  scale: 'csat',
}));

/** Opens the survey of a conversation. */
export function prepareSurvey(conversationId: string): void {
  useSurveying.setState({ conversationId, isOpen: true });
}

/** Closes it. */
export function closeSurvey(): void {
  useSurveying.setState({ isOpen: false });
}

/** Chooses what this and the next surveys ask. */
export function chooseScale(scale: SurveyScale): void {
  useSurveying.setState({ scale });
}
