import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import { focusForKeys } from '../../../state/ui.ts';
import { pressedKey } from '../../../ui/pressedKey.ts';
import shared from '../../../ui/shared.module.css';
import { toAddressee, toFirstName, toName, toShownName } from '../../../ui/shownName.ts';
import { useReplyChoices, useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';
import { useFieldSpelling } from '../spelling/useFieldSpelling.ts';
import styles from './Composer.module.css';
import type { OpenReply } from './useReply.ts';

interface Props {
  readonly reply: OpenReply;
  readonly person: PersonSummary;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly isTooLong: boolean;
}

/** Above this length, breaking a text without spaces into lines takes noticeable time. */
const longText = 2_000;

/** The text field of a reply. It grows with its text; Escape leaves it. */
export function ComposerField({ reply, person, field, isTooLong }: Props) {
  const { t } = useTranslation();
  const isPublic = reply.channel === 'public';
  const isChecked = useFieldSpelling(field, 'customer');
  useWantedFocus(reply.conversationId, field);
  return (
    <textarea
      ref={field}
      className={`${shared.writing} ${styles.field}`}
      data-undoes-send
      data-takes-emoji
      data-long={reply.text.length > longText || undefined}
      dir="auto"
      rows={3}
      spellCheck={isChecked}
      value={reply.text}
      aria-invalid={isTooLong || undefined}
      aria-label={
        isPublic
          ? t('composer.publicField', { addressee: toAddressee(person) })
          : t('composer.dmField', { name: toShownName(toName(person)) })
      }
      placeholder={
        isPublic
          ? t('composer.publicPlaceholder')
          : t('composer.dmPlaceholder', { name: toFirstName(person) })
      }
      onChange={(event) => reply.setText(event.target.value)}
      onBlur={reply.flush}
      onPaste={(event) => {
        if (!hasOnlyFiles(event.clipboardData)) return;
        event.preventDefault();
        reply.attachments.add(event.clipboardData.files);
      }}
      onKeyDown={(event) => {
        if (pressedKey(event) !== 'Escape') return;
        event.preventDefault();
        focusForKeys();
      }}
    />
  );
}

/** Whether what is pasted is nothing but files. */
function hasOnlyFiles({ files, types }: DataTransfer): boolean {
  return files.length > 0 && !types.includes('text/plain');
}

/** Focuses the field, with the cursor at the end, when the focus is requested for this conversation's composer. */
function useWantedFocus(conversationId: string, field: Props['field']): void {
  const isWanted = useReplyChoices((state) => state.focusWanted === conversationId);
  const choices = useReplyChoicesStore();
  useEffect(() => {
    const { current } = field;
    if (!isWanted || !current) return;
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
    choices.getState().focusTaken();
  }, [isWanted, field, choices]);
}
