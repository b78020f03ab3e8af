import { useTranslation } from 'react-i18next';
import { KeyedText } from '../../ui/Kbd.tsx';
import { useTags } from '../../workspace/useTags.ts';
import { TagLine } from './TagLine.tsx';
import styles from './TagSettings.module.css';

/** The tags of this workspace, to be renamed, coloured and deleted. */
export function TagSettings() {
  const { t } = useTranslation();
  const tags = useTags();
  return (
    <>
      <p className={styles.hint}>
        <KeyedText text={t(tags.length === 0 ? 'tags.settingsNone' : 'tags.settingsHint')} />
      </p>
      {tags.length > 0 && (
        <ul className={styles.list} aria-label={t('tags.title')}>
          {tags.map((tag) => (
            <TagLine key={tag.id} tag={tag} />
          ))}
        </ul>
      )}
    </>
  );
}
