import { ErrorWhat } from '../errors/ErrorWhat.tsx';
import { useErrorText } from '../errors/errorText.ts';
import styles from './Lightbox.module.css';
import type { KeepOutcome } from './useKeepPicture.ts';

/** What came of keeping the picture, said inside the dialog: the notices of the window are covered, for screen readers too. */
export function KeepOutcomeLine({ outcome }: { readonly outcome: KeepOutcome }) {
  const toText = useErrorText();
  const text = outcome && 'error' in outcome ? toText(outcome.error) : null;
  return (
    <p
      aria-live={text ? 'assertive' : 'polite'}
      className={styles.outcome}
      data-failed={text !== null || undefined}
    >
      {text && (
        <>
          <ErrorWhat text={text} /> {text.todo}
        </>
      )}
      {outcome && 'words' in outcome && outcome.words}
    </p>
  );
}
