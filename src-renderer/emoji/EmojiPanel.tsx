import { type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import textField from '../ui/TextField.module.css';
import styles from './Emoji.module.css';
import { EmojiGrid } from './EmojiGrid.tsx';
import { SkinTones } from './SkinTones.tsx';
import { usePicker } from './usePicker.ts';

interface Props {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onPick: (emoji: string) => void;
}

/** All emoji with a search in the language of the window. The focus stays in the search: arrows move, Enter picks. */
export function EmojiPanel({ search, onPick }: Props) {
  const { t } = useTranslation();
  const gridId = useId();
  const picker = usePicker(onPick);
  const { place, shown, active, hasFailed } = picker;
  return (
    <div className={styles.panel}>
      <Search search={search} picker={picker} gridId={gridId} />
      {active && (
        <EmojiGrid id={gridId} sections={shown} place={place} onPoint={picker.point} onPick={picker.pick} />
      )}
      {!active && hasFailed && <Nothing words={t('emoji.failed')} onAgain={picker.load} />}
      {!active && !hasFailed && <Nothing words={picker.isLoaded ? t('emoji.none') : ''} />}
      <footer className={styles.foot}>
        <span className={styles.name}>{active?.label}</span>
        <SkinTones />
      </footer>
    </div>
  );
}

interface SearchProps extends Pick<Props, 'search'> {
  readonly picker: ReturnType<typeof usePicker>;
  readonly gridId: string;
}

function Search({ search, picker, gridId }: SearchProps) {
  const { t } = useTranslation();
  const { active, place } = picker;
  return (
    <input
      ref={search}
      type="text"
      role="combobox"
      className={`${textField.field} ${styles.search}`}
      aria-label={t('emoji.search')}
      aria-expanded={active !== undefined}
      aria-haspopup="grid"
      aria-autocomplete="list"
      aria-controls={active ? gridId : undefined}
      aria-activedescendant={active ? `${gridId}-${place.row}-${place.column}` : undefined}
      autoComplete="off"
      spellCheck={false}
      placeholder={t('emoji.search')}
      value={picker.text}
      onChange={(event) => picker.look(event.target.value)}
      onKeyDown={picker.onKey}
    />
  );
}

function Nothing({ words, onAgain }: { readonly words: string; readonly onAgain?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.nothing} role="status">
      {words}
      {onAgain && <Button onClick={onAgain}>{t('frame.loadAgain')}</Button>}
    </div>
  );
}
