import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { pressedKey } from '../../ui/pressedKey.ts';
import styles from './SettingsDialog.module.css';

interface Props {
  readonly titles: readonly string[];
  readonly current: number;
  /** Shows a group; with `enters` it gets the focus. */
  readonly onShow: (index: number, enters: boolean) => void;
}

/** The groups of settings as one stop of Tab: the arrow keys show one after the other, and Enter goes into the one that is shown. */
export function GroupList({ titles, current, onShow }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = toNext(pressedKey(event), current, titles.length - 1);
    if (next === null) return;
    event.preventDefault();
    onShow(next, false);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <nav className={styles.groups} aria-label={t('settings.groups')} onKeyDown={onKeyDown}>
      <ul ref={list}>
        {titles.map((title, index) => (
          <li key={title}>
            <button
              type="button"
              tabIndex={index === current ? 0 : -1}
              aria-current={index === current || undefined}
              onClick={() => onShow(index, true)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function toNext(key: string | null, current: number, last: number): number | null {
  if (key === 'ArrowDown') return Math.min(current + 1, last);
  if (key === 'ArrowUp') return Math.max(current - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}
