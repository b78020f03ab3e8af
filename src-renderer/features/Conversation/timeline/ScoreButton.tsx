import { useTranslation } from 'react-i18next';
import { showScore } from '../../../state/scoring.ts';
import { Button } from '../../../ui/Button.tsx';

interface Props {
  readonly surveyId: string;
  /** Whether no score counts yet. */
  readonly isDoubted: boolean;
}

/** Opens the score of a survey, to set or correct it. */
export function ScoreButton({ surveyId, isDoubted }: Props) {
  const { t } = useTranslation();
  return (
    <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => showScore({ surveyId })}>
      {t(isDoubted ? 'surveys.scoring.setIt' : 'surveys.scoring.correctIt')}
    </Button>
  );
}
