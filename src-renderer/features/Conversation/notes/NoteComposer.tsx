import { IconNote, IconX } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { leaveNote, useNoting } from '../../../state/noting.ts';
import { focusForKeys } from '../../../state/ui.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useNoteActions } from '../../../workspace/useNoteActions.ts';
import { useNoteDraft } from '../../../workspace/useNoteDraft.ts';
import { focusEnd, NoteField } from './NoteField.tsx';
import styles from './Notes.module.css';

/** The editor of a private note, in place of that of a reply and in another colour: nothing in it can be sent. */
export function NoteComposer({ conversation: { id } }: { readonly conversation: Conversation }) {
  const { t } = useTranslation();
  const field = useWantedFocus();
  const { text, setText, flush } = useNoteDraft(id);
  const { add } = useNoteActions();
  const save = async () => {
    if (!(await add({ conversationId: id, text }))) return;
    setText('');
    flush();
    toList();
  };
  return (
    <section className={styles.composer} aria-label={t('notes.composer')}>
      <Head />
      <NoteField
        field={field}
        label={t('notes.field')}
        text={text}
        saveLabel={t('notes.add')}
        onChange={setText}
        onSave={() => void save()}
        onLeave={toList}
      />
    </section>
  );
}

function toList(): void {
  leaveNote();
  focusForKeys();
}

/** The field of the note, which takes the focus, with the cursor at the end, whenever somebody wants to write. */
function useWantedFocus(): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useNoting((state) => state.wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish focuses the field again
  useEffect(() => focusEnd(field.current), [wanted]);
  return field;
}

/** What it is, who can read it, and the way back to the reply. */
function Head() {
  const { t } = useTranslation();
  return (
    <header className={styles.head}>
      <IconNote aria-hidden="true" size={15} stroke={1.75} />
      <strong>{t('notes.note')}</strong>
      <span className={styles.reach}>{t('notes.reach')}</span>
      <IconButton
        label={t('notes.leave')}
        icon={<IconX size={15} stroke={1.75} />}
        side="top"
        className={styles.close ?? ''}
        onClick={toList}
      />
    </header>
  );
}
