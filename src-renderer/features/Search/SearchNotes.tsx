import { useTranslation } from 'react-i18next';
import type { SearchProblem } from '#shared/domain/searchFilter.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './Search.module.css';
import { useSearchWords } from './useSearchWords.ts';

interface Props {
  readonly problems?: readonly SearchProblem[] | undefined;
  readonly didYouMean?: string | undefined;
  /** Whether Enter in the field looks for what may have been meant. */
  readonly takesEnter?: boolean;
}

/** What was left out of the search or cannot be found, and how it may have been meant. */
export function SearchNotes({ problems = [], didYouMean, takesEnter = false }: Props) {
  const { t } = useTranslation();
  const { toSentence } = useSearchWords();
  if (problems.length === 0 && didYouMean === undefined) return null;
  return (
    <div role="status" className={styles.problems}>
      {problems.map((problem) => (
        <p key={`${problem.operator}:${problem.value}`}>
          <bdi>{toSentence(problem)}</bdi>
        </p>
      ))}
      {didYouMean !== undefined && (
        <Button tone="quiet" size="small" onClick={() => searchFor(didYouMean)}>
          <bdi>{t('search.didYouMean', { text: didYouMean })}</bdi>
          {takesEnter && (
            <span aria-hidden="true" className={styles.enter}>
              <Kbd keys="Enter" />
            </span>
          )}
        </Button>
      )}
    </div>
  );
}

function searchFor(text: string): void {
  useUi.getState().setSearchText(text);
  useUi.getState().focusOn('search');
}
