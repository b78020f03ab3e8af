import { create } from 'zustand';

/** Which survey: a certain one, or the newest that X has of the person of a conversation. */
export type ScoredSurvey = { readonly surveyId: string } | { readonly conversationId: string };

interface Scoring {
  /** It stays while the dialog fades out. */
  readonly survey: ScoredSurvey | null;
  readonly isOpen: boolean;
}

/** The survey whose score is being set or corrected. */
export const useScoring = create<Scoring>()(() => ({ survey: null, isOpen: false }));

/** Opens the score of a survey. */
export function showScore(survey: ScoredSurvey): void {
  useScoring.setState({ survey, isOpen: true });
}

/** Closes it. */
export function closeScore(): void {
  useScoring.setState({ isOpen: false });
}
