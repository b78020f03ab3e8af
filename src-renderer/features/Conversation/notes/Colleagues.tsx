import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../ui/Avatar.tsx';
import { toShownName } from '../../../ui/shownName.ts';
import styles from './Notes.module.css';
import type { Colleague } from './useColleagues.ts';

interface Props {
  readonly id: string;
  readonly found: readonly Colleague[];
  readonly active: Colleague | undefined;
  readonly choose: (colleague: Colleague) => void;
}

/** The colleagues whom an `@` can mean. The field keeps the focus and points to the active one. */
export function Colleagues({ id, found, active, choose }: Props) {
  const { t } = useTranslation();
  return (
    <div id={id} role="listbox" aria-label={t('notes.colleagues')} className={styles.colleagues}>
      {found.map((colleague) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and points to the colleague
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
        <div
          key={colleague.id}
          id={`${id}-${colleague.id}`}
          role="option"
          aria-selected={colleague.id === active?.id}
          className={styles.colleague}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(colleague)}
        >
          <Avatar id={colleague.name} name={colleague.name} size={20} />
          <bdi>{toShownName(colleague.name)}</bdi>
        </div>
      ))}
    </div>
  );
}
