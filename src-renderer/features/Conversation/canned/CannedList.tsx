import { IconLanguage } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/Kbd.tsx';
import shared from '../../../ui/shared.module.css';
import styles from './Canned.module.css';
import type { CannedHit, CannedPicker } from './useCannedPicker.ts';

interface Props {
  readonly id: string;
  readonly picker: CannedPicker;
}

/** The element id of a choice, for `aria-activedescendant`. */
export const toChoiceId = (listId: string, index: number): string => `${listId}-${index}`;

/** The canned responses that fit what was typed after `/`, above the field, which keeps the focus. */
export function CannedList({ id, picker }: Props) {
  const { t } = useTranslation();
  const { hits, highlighted, isEmpty } = picker;
  return (
    <>
      <span className={shared.spoken} role="status">
        {hits.length > 0 && t('library.found', { count: hits.length })}
      </span>
      {isEmpty && <p className={`${styles.popup} ${styles.empty}`}>{t('library.pickerEmpty')}</p>}
      {hits.length > 0 && (
        <div className={styles.popup}>
          <div id={id} role="listbox" aria-label={t('library.title')} className={styles.list}>
            {hits.map((hit, index) => (
              <Choice
                key={hit.id}
                id={toChoiceId(id, index)}
                hit={hit}
                isHighlighted={index === highlighted}
                onHighlight={() => picker.highlight(index)}
                onChoose={() => picker.choose(hit)}
              />
            ))}
          </div>
          <p className={styles.hint} aria-hidden="true">
            <Kbd keys="Enter" /> {t('library.insert')} <Kbd keys="Escape" /> {t('library.close')}
          </p>
        </div>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly hit: CannedHit;
  readonly isHighlighted: boolean;
  readonly onHighlight: () => void;
  readonly onChoose: () => void;
}

function Choice({ id, hit, isHighlighted, onHighlight, onChoose }: ChoiceProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isHighlighted) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isHighlighted]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and handles the keys
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isHighlighted}
      className={styles.choice}
      onMouseMove={onHighlight}
      // The field keeps the focus and its cursor.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.line}>
        <span className={styles.title} dir="auto">
          {hit.title}
        </span>
        {hit.shortcut !== null && <kbd className={styles.shortcut}>/{hit.shortcut}</kbd>}
        {hit.folder !== '' && <span className={styles.folder}>{hit.folder}</span>}
        {hit.language !== null && (
          <span className={styles.language}>
            <IconLanguage aria-hidden="true" size={12} stroke={1.75} />
            {hit.language}
          </span>
        )}
      </span>
      <span className={styles.text} dir="auto" lang={hit.language ?? undefined}>
        {hit.text}
      </span>
    </div>
  );
}
