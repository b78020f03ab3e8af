import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { RuleDraft } from '#shared/domain/rule.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import form from '../../steps/StepForm.module.css';
import { counted } from '../../ui/counted.ts';
import { toWholeDay } from '../../ui/time.ts';
import { useDebounced } from '../../ui/useDebounced.ts';
import { ConversationLine } from './ConversationLine.tsx';
import styles from './Rules.module.css';

const Conditions = RuleDraft.pick({ when: true, conditions: true });

interface Props {
  readonly draft: RuleDraft;
  /** Called before one of the conversations is opened. */
  readonly onLeave: () => void;
}

/** In how many conversations of the last 30 days a rule would have run, and in which; nothing while it is incomplete. */
export function RulePreview({ draft: { when, conditions }, onLeave }: Props) {
  const { t } = useTranslation();
  const text = useDebounced(JSON.stringify({ when, conditions }), 300);
  const asked = Conditions.safeParse(JSON.parse(text));
  const input = asked.data ?? { when: { kind: 'message' }, conditions: [] };
  const { data } = useEngineQuery('rules.preview', input, { enabled: asked.success, keepPrevious: true });
  if (!asked.success || !data) return <p className={form.hint}>{asked.success && t('rules.counting')}</p>;
  return <Matches preview={data} arePosts={input.when.kind === 'hit'} onLeave={onLeave} />;
}

interface MatchesProps {
  readonly preview: EngineOutput<'rules.preview'>;
  readonly arePosts: boolean;
  readonly onLeave: () => void;
}

function Matches({ preview, arePosts, onLeave }: MatchesProps) {
  const { matches, conversations, since, isExact } = preview;
  const { t, i18n } = useTranslation();
  const what = arePosts ? 'rules.posts' : 'rules';
  const key = matches === 0 ? 'wouldMatchNone' : isExact ? 'wouldMatch' : 'wouldMatchAbout';
  const sentence = t(`${what}.${key}`, {
    ...counted(matches, i18n.language),
    day: toWholeDay(since, i18n.language),
  });
  return (
    <>
      <p className={form.hint} role="status">
        {sentence}
      </p>
      {matches > 0 && (
        <ul className={styles.matches} aria-label={sentence} tabIndex={-1}>
          {conversations.map(({ text, ...one }, at) => (
            <li key={one.conversationId ?? `${one.at} ${at}`}>
              <ConversationLine {...one} onOpen={onLeave}>
                <bdi>{text}</bdi>
              </ConversationLine>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
