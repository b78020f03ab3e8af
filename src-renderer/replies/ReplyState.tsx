import {
  IconAlertTriangle,
  IconClock,
  IconEyeExclamation,
  IconHelpCircle,
  IconHourglassEmpty,
  IconSend,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorWhat } from '../errors/ErrorWhat.tsx';
import { useErrorText } from '../errors/errorText.ts';
import { useSecondsLeft } from '../ui/useSecondsLeft.ts';
import { ReplyActions } from './ReplyActions.tsx';
import styles from './ReplyState.module.css';
import { type ShownState, toShownState, type UnfinishedReply } from './unfinishedReply.ts';

const icons = {
  held: IconClock,
  queued: IconHourglassEmpty,
  waiting: IconHourglassEmpty,
  sending: IconSend,
  refused: IconAlertTriangle,
  unknown: IconHelpCircle,
  lookAgain: IconEyeExclamation,
} as const;

/** How far an answer has come that X does not have yet, why it is there, and what can be done about it. */
export function ReplyState(answer: UnfinishedReply) {
  const state = toShownState(answer);
  return (
    <div className={styles.state} data-state={state}>
      <StateLine state={state} heldUntil={answer.heldUntil} />
      <Explanation answer={answer} />
      {answer.target && <ReplyActions state={state} target={answer.target} sentAs={answer.sentAs} />}
    </div>
  );
}

interface LineProps {
  readonly state: ShownState;
  readonly heldUntil: number | null;
}

function StateLine({ state, heldUntil }: LineProps) {
  const { t } = useTranslation();
  const seconds = useSecondsLeft(state === 'held' ? heldUntil : null);
  const Icon = icons[state];
  return (
    <p className={styles.line} data-figures>
      <Icon aria-hidden="true" size={14} stroke={1.75} />
      {t(`message.state.${state}`, { seconds })}
    </p>
  );
}

function Explanation({ answer: { state, error, personName } }: { readonly answer: UnfinishedReply }) {
  const { t } = useTranslation();
  const toText = useErrorText();
  if (error?.code === 'lookAgain')
    return <p className={styles.why}>{t(`outbox.lookAgain.${error.reason}`, { name: personName })}</p>;
  if (state === 'unknown') return <p className={styles.why}>{t('message.unknownHint')}</p>;
  if (!error) return null;
  const text = toText(error);
  return (
    <p className={styles.why}>
      <bdi>
        <ErrorWhat text={text} />
      </bdi>{' '}
      {state === 'queued' ? text.safe : text.todo}
    </p>
  );
}
