import { useTranslation } from 'react-i18next';
import type { Tag } from '#shared/domain/tag.ts';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { MoreTags, TagChip } from '../../ui/TagChip.tsx';
import styles from './Queue.module.css';

/** So many tags have a chip in a row. */
const SHOWN = 2;

/** The first tags of a row, and how many more there are; screen readers read all of them. */
export function RowTags({ tags }: { readonly tags: readonly Tag[] }) {
  const { t } = useTranslation();
  if (tags.length === 0) return null;
  const names = tags.map(({ name }) => toShownName(name, 60)).join(', ');
  return (
    <span className={styles.tags}>
      <span className={shared.spoken}>{t('tags.of', { count: tags.length, names })}</span>
      <span aria-hidden="true" className={styles.tags}>
        {tags.slice(0, SHOWN).map((tag) => (
          <TagChip key={tag.id} {...tag} />
        ))}
        {tags.length > SHOWN && <MoreTags tags={tags.slice(SHOWN)} />}
      </span>
    </span>
  );
}
