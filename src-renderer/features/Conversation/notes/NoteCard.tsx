import { IconNote, IconPencil, IconTrash } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Note } from '#shared/domain/note.ts';
import { useIsReadOnly } from '../../../shell/useIsReadOnly.ts';
import { useUi } from '../../../state/ui.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { toShownName } from '../../../ui/shownName.ts';
import { toClockTime, toExactTime } from '../../../ui/time.ts';
import { useNoteActions } from '../../../workspace/useNoteActions.ts';
import { focusEnd, NoteField } from './NoteField.tsx';
import styles from './Notes.module.css';
import { NoteText } from './NoteText.tsx';

/** A private note in the timeline, with its author and time; it can be edited in place and deleted. */
export function NoteCard({ note }: { readonly note: Note }) {
  const { t, i18n } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const time = toExactTime(note.createdAt, i18n.language);
  const stop = () => {
    flushSync(() => setEditing(false));
    pencil.current?.focus();
  };
  return (
    <article className={styles.note} aria-label={t('notes.named', { agent: toShownName(note.agent), time })}>
      <header className={styles.head}>
        <Facts note={note} />
        {!useIsReadOnly() && <Actions note={note} pencil={pencil} onEdit={() => setEditing(true)} />}
      </header>
      {isEditing ? <Editor note={note} onDone={stop} /> : <NoteText note={note} />}
    </article>
  );
}

/** Who wrote it and when, and that it was edited. */
function Facts({ note: { agent, createdAt, editedAt } }: { readonly note: Note }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <IconNote aria-hidden="true" size={14} stroke={1.75} />
      <strong>
        <bdi>{toShownName(agent)}</bdi>
      </strong>
      <span>{t('notes.note')}</span>
      <time dateTime={new Date(createdAt).toISOString()} title={toExactTime(createdAt, i18n.language)}>
        {toClockTime(createdAt, i18n.language)}
      </time>
      {editedAt !== null && <span title={toExactTime(editedAt, i18n.language)}>{t('notes.edited')}</span>}
    </>
  );
}

interface ActionProps {
  readonly note: Note;
  readonly pencil: RefObject<HTMLButtonElement | null>;
  readonly onEdit: () => void;
}

function Actions({ note, pencil, onEdit }: ActionProps) {
  const { t } = useTranslation();
  const { remove } = useNoteActions();
  return (
    <span className={styles.actions}>
      <IconButton
        ref={pencil}
        label={t('notes.edit')}
        icon={<IconPencil size={15} stroke={1.75} />}
        side="top"
        onClick={onEdit}
      />
      <IconButton
        label={t('notes.delete')}
        icon={<IconTrash size={15} stroke={1.75} />}
        side="top"
        onClick={() => {
          useUi.getState().focusOn('conversation');
          void remove(note);
        }}
      />
    </span>
  );
}

function Editor({ note, onDone }: { readonly note: Note; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(note.text);
  const { edit } = useNoteActions();
  useEffect(() => focusEnd(field.current), []);
  const save = async () => {
    if (await edit(note, text)) onDone();
  };
  return (
    <NoteField
      field={field}
      label={t('notes.edit')}
      text={text}
      saveLabel={t('notes.save')}
      onChange={setText}
      onSave={() => void save()}
      onLeave={onDone}
    />
  );
}
