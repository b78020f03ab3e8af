import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { showTags } from '../../state/tagging.ts';
import { TagChip } from '../../ui/TagChip.tsx';
import { useTagsWith } from '../../workspace/useTags.ts';
import styles from './Conversation.module.css';

/** The tags of the conversation below its header; nothing if it has none. */
export function TagStrip({ conversation: { id, tags: ids } }: { readonly conversation: Conversation }) {
  const { t } = useTranslation();
  const tags = useTagsWith(ids);
  if (tags.length === 0) return null;
  return (
    <button type="button" className={styles.tags} title={t('tags.choose')} onClick={() => showTags(id)}>
      {tags.map((tag) => (
        <TagChip key={tag.id} {...tag} />
      ))}
    </button>
  );
}
