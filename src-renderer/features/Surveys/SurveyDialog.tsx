import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineInput, EngineOutput } from '#shared/contract/engine.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useTrackSending } from '../../replies/useTrackSending.ts';
import { chooseScale, closeSurvey, useSurveying } from '../../state/surveying.ts';
import { Bubble } from '../../ui/Bubble.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toPrice } from '../../ui/money.ts';
import { pressedKey } from '../../ui/pressedKey.ts';
import { Segments } from '../../ui/Segments.tsx';
import { useBusy } from '../../ui/useBusy.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { newestPage } from '../../workspace/useHistory.ts';
import { RuledOut } from './RuledOut.tsx';
import styles from './SurveyDialog.module.css';
import { SurveyReasons } from './SurveyReasons.tsx';

/** Asks how somebody found the help they got: shows the message as they will see it, its price, and what speaks against it. */
export function SurveyDialog() {
  const { t } = useTranslation();
  const { conversationId, isOpen } = useSurveying();
  const form = useRef<HTMLFormElement>(null);
  if (conversationId === null) return null;
  return (
    <Dialog open={isOpen} onClose={closeSurvey} title={t('surveys.title')} width={480} initialFocus={form}>
      <SurveyForm key={conversationId} conversationId={conversationId} form={form} />
    </Dialog>
  );
}

interface FormProps {
  readonly conversationId: string;
  readonly form: RefObject<HTMLFormElement | null>;
}

function SurveyForm({ conversationId, form }: FormProps) {
  const { t } = useTranslation();
  const { variant, setVariant, check, resolvesFirst, canSend, failure, send, sendOnceRead } =
    useSurvey(conversationId);
  useEnter(sendOnceRead);
  return (
    <form ref={form} className={styles.form} tabIndex={-1} aria-label={t('surveys.title')}>
      <Choices language={check?.language} variant={variant} onVariant={setVariant} />
      {check && <Preview survey={check} />}
      {resolvesFirst && <p className={styles.label}>{t('surveys.onlyOpen')}</p>}
      {check && <SurveyReasons reasons={resolvesFirst ? [] : check.reasons} />}
      {check && <RuledOut conversationId={conversationId} reasons={check.reasons} />}
      {failure && <FailureCard error={failure} />}
      <div className={styles.buttons}>
        <Button onClick={closeSurvey}>{t('frame.cancel')}</Button>
        <Button tone="private" disabled={!canSend} onClick={() => void send()}>
          {t(resolvesFirst ? 'surveys.resolveAndSend' : 'surveys.send')}
        </Button>
      </div>
    </form>
  );
}

/** Runs `act` on Enter from the first moment that the dialog is drawn, which is before it has the focus. */
function useEnter(act: () => void): void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (pressedKey(event) !== 'Enter' || isOwnButton(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      // A key that is held down is no second decision.
      if (!event.repeat) latest.current();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

const isOwnButton = (target: EventTarget | null) =>
  target instanceof Element &&
  target.matches('button, [role="switch"]') &&
  target.closest('[role="dialog"]') !== null;

/** What is asked, what Perch says to it, and how it is sent. */
function useSurvey(conversationId: string) {
  const scale = useSurveying((state) => state.scale);
  const [variants, setVariants] = useState({ nps: 0, csat: 0 });
  const variant = variants[scale];
  const asked = { conversationId, scale, variant };
  // Reasons come and go with the clock, too.
  const {
    data: check,
    error,
    isPlaceholderData,
    isFetching,
  } = useEngineQuery('surveys.check', asked, {
    keepPrevious: true,
    refetchMs: 30_000,
  });
  const conversation = useEngineQuery('conversations.get', newestPage(conversationId)).data?.conversation;
  const isOpen = conversation !== undefined && conversation.status !== 'resolved';
  const reasons = check?.reasons ?? [];
  const resolvesFirst = isOpen && reasons.length === 1 && reasons[0]?.code === 'openMatter';
  const sending = useSending(asked, resolvesFirst ? conversation : null);
  // What is shown of another wording must not be sent.
  const isReady = check !== undefined && !isPlaceholderData && !sending.isBusy;
  const canSend = isReady && (resolvesFirst || reasons.length === 0);
  const sendOnceRead = useOnceRead(
    asked,
    { canSend, isReading: isFetching && !sending.isBusy },
    sending.send,
  );
  return {
    variant,
    setVariant: (chosen: number) => setVariants((all) => ({ ...all, [scale]: chosen })),
    check,
    resolvesFirst,
    canSend,
    failure: sending.error ?? error?.error ?? null,
    send: sending.send,
    sendOnceRead,
  };
}

/** Returns what sends `asked` once Perch has read whether anything speaks against it; not if something does, or something else is chosen. */
function useOnceRead(
  asked: EngineInput<'surveys.send'>,
  { canSend, isReading }: { readonly canSend: boolean; readonly isReading: boolean },
  send: () => Promise<void>,
): () => void {
  const [wanted, setWanted] = useState<EngineInput<'surveys.send'> | null>(null);
  const isWanted = wanted !== null && wanted.scale === asked.scale && wanted.variant === asked.variant;
  useEffect(() => {
    if (wanted === null || (isWanted && !canSend && isReading)) return;
    setWanted(null);
    if (isWanted && canSend) void send();
  });
  return () => setWanted(asked);
}

/** Returns what sends the survey, once `unresolved` is resolved if that is given. */
function useSending(asked: EngineInput<'surveys.send'>, unresolved: Conversation | null | undefined) {
  const { isBusy, run } = useBusy();
  const [error, setError] = useState<AppError | null>(null);
  const command = useEngineCommand('surveys.send', { quiet: true });
  const cancel = useEngineCommand('surveys.cancel');
  const track = useTrackSending();
  const { setStatus } = useConversationActions();
  const send = async () => {
    if (unresolved) await setStatus({ id: unresolved.id, status: 'resolved' }, unresolved);
    const result = await track(command(asked), async ({ id }) => void (await cancel({ id })));
    // The reasons of a refusal are shown as those of the check are.
    setError(result.ok || result.error.code === 'surveyRefused' ? null : result.error);
    if (result.ok) closeSurvey();
  };
  return { isBusy, error, send: () => run(send) };
}

interface ChoicesProps {
  readonly language: EngineOutput<'surveys.check'>['language'] | undefined;
  readonly variant: number;
  readonly onVariant: (variant: number) => void;
}

function Choices({ language, variant, onVariant }: ChoicesProps) {
  const { t } = useTranslation();
  const scale = useSurveying((state) => state.scale);
  const texts = useEngineQuery('surveys.settings', {}).data?.texts;
  const wordings = language === undefined ? [] : (texts?.[language][scale] ?? []);
  return (
    <div className={styles.choices}>
      <div className={styles.choice}>
        <span id="survey-scale" className={styles.label}>
          {t('surveys.scale')}
        </span>
        <Segments
          value={scale}
          choices={(['csat', 'nps'] as const).map((value) => ({
            value,
            label: t(`surveys.scales.${value}`),
          }))}
          onChange={chooseScale}
          labelledBy="survey-scale"
        />
      </div>
      {wordings.length > 1 && (
        <div className={styles.choice}>
          <span id="survey-wording" className={styles.label}>
            {t('surveys.wording')}
          </span>
          <Segments
            value={String(variant)}
            choices={wordings.map((_, at) => ({ value: String(at), label: String(at + 1) }))}
            onChange={(value) => onVariant(Number(value))}
            labelledBy="survey-wording"
          />
        </div>
      )}
    </div>
  );
}

function Preview({ survey: { text, language, usd } }: { readonly survey: EngineOutput<'surveys.check'> }) {
  const { t, i18n } = useTranslation();
  return (
    <figure className={styles.preview}>
      <figcaption className={styles.label}>{t('surveys.preview')}</figcaption>
      <Bubble text={text} lang={language} />
      <p className={styles.price}>{t('surveys.price', { price: toPrice(usd, i18n.language) })}</p>
    </figure>
  );
}
