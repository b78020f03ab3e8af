import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import { useUi } from '../../state/ui.ts';
import { toFirstName, toName, toShownName } from '../Conversation/shownName.ts';
import styles from './Composer.module.css';
import { useReplyChoices } from './replyChoices.ts';
import type { OpenReply } from './useReply.ts';

interface Props {
  readonly answer: OpenReply;
  readonly person: PersonSummary;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly isTooLong: boolean;
}

/** From so many characters on, breaking a text without spaces into lines takes noticeable time. */
const longText = 2_000;

/** The text field of an answer; grows with its text, gives the focus back to the list on Escape. */
export function ComposerField({ answer, person, field, isTooLong }: Props) {
  const { t } = useTranslation();
  const isPublic = answer.channel === 'public';
  useWantedFocus(answer.conversationId, field);
  return (
    <textarea
      ref={field}
      className={styles.field}
      data-long={answer.text.length > longText || undefined}
      dir="auto"
      rows={3}
      spellCheck
      value={answer.text}
      aria-invalid={isTooLong || undefined}
      aria-label={
        isPublic
          ? t('composer.publicField', { handle: toShownName(person.handle, 24) })
          : t('composer.dmField', { name: toShownName(toName(person)) })
      }
      placeholder={
        isPublic
          ? t('composer.publicPlaceholder')
          : t('composer.dmPlaceholder', { name: toFirstName(person) })
      }
      onChange={(event) => answer.setText(event.target.value)}
      onBlur={answer.flush}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        useUi.getState().focusOn('list');
      }}
    />
  );
}

/** Takes the focus, at the end of the text, whenever somebody asks for this conversation's composer. */
function useWantedFocus(conversationId: string, field: Props['field']): void {
  const isWanted = useReplyChoices((state) => state.focusWanted === conversationId);
  useEffect(() => {
    const { current } = field;
    if (!isWanted || !current) return;
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
    useReplyChoices.getState().focusTaken();
  }, [isWanted, field]);
}
