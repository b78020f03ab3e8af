import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { showTags } from '../../state/tagging.ts';
import { TagChip } from '../../ui/TagChip.tsx';
import { useTagsWith } from '../../workspace/useTags.ts';
import styles from './Conversation.module.css';

/** The tags of the conversation below its header; nothing if it has none. */
export function TagStrip({ conversation: { id, tags: ids } }: { readonly conversation: Conversation }) {
  const { t } = useTranslation();
  const tags = useTagsWith(ids);
  const isReadOnly = useIsReadOnly();
  if (tags.length === 0) return null;
  const chips = tags.map((tag) => <TagChip key={tag.id} {...tag} />);
  if (isReadOnly) return <div className={styles.tags}>{chips}</div>;
  return (
    <button type="button" className={styles.tags} title={t('tags.choose')} onClick={() => showTags(id)}>
      {chips}
    </button>
  );
}
