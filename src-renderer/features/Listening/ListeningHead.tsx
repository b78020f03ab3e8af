import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import styles from './Listening.module.css';

/** The value of the filter that stands for all saved searches. */
const all = '';

interface Props {
  readonly searches: readonly SavedSearch[];
  /** The saved search whose hits are shown; null for all. */
  readonly current: string | null;
  readonly onChoose: (searchId: string | null) => void;
  readonly onNew: () => void;
}

/** The head of the hit list: title, filter, and the button for a new search. */
export function ListeningHead({ searches, current, onChoose, onNew }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <header className={`${shared.listHead} ${styles.head}`}>
        <h1 className={shared.placeTitle}>{t('listening.title')}</h1>
        <IconButton
          label={t('commands.newSearch')}
          command="search.new"
          icon={<IconPlus size={17} stroke={1.75} />}
          onClick={onNew}
        />
      </header>
      {searches.length > 0 && (
        <div className={styles.filter}>
          <span id={id} className={shared.spoken}>
            {t('listening.filter')}
          </span>
          <Select
            labelledBy={id}
            value={current ?? all}
            choices={[
              { value: all, label: t('listening.all') },
              ...searches.map((search) => ({ value: search.id, label: toShownName(search.name) })),
            ]}
            onChange={(value) => onChoose(value === all ? null : value)}
          />
        </div>
      )}
    </>
  );
}
