import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Survey } from '#shared/domain/askedSurvey.ts';
import { type SurveyScale, scoreRange } from '#shared/domain/survey.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { closeScore, type ScoredSurvey, useScoring } from '../../state/scoring.ts';
import { Bubble } from '../../ui/Bubble.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import { useNow } from '../../ui/RelativeTime.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { toMoment } from '../../ui/time.ts';
import { useTypeAhead } from '../../ui/typeAhead.ts';
import { newestPage } from '../../workspace/useHistory.ts';
import { ScoreHistory } from './ScoreHistory.tsx';
import styles from './SurveyDialog.module.css';

/** Sets, corrects or removes the score of a survey: a digit chooses it, Enter saves it. */
export function ScoreDialog() {
  const { t } = useTranslation();
  const { survey, isOpen } = useScoring();
  const form = useRef<HTMLFormElement>(null);
  if (survey === null) return null;
  return (
    <Dialog
      open={isOpen}
      onClose={closeScore}
      title={t('surveys.scoring.title')}
      width={580}
      initialFocus={form}
    >
      <ScoreForm key={JSON.stringify(survey)} asked={survey} form={form} />
    </Dialog>
  );
}

interface FormProps {
  readonly asked: ScoredSurvey;
  readonly form: RefObject<HTMLFormElement | null>;
}

function ScoreForm({ asked, form }: FormProps) {
  const { t } = useTranslation();
  const survey = useScoredSurvey(asked);
  const canScore = survey != null && !survey.isHidden;
  const { choice, setChoice, canSave, save, onKeyDown } = useScore(canScore ? survey : null);
  useTypeAhead(({ key }) => survey === undefined && key !== 'Escape');
  return (
    <form
      ref={form}
      className={styles.form}
      tabIndex={-1}
      aria-label={t('surveys.scoring.title')}
      onKeyDown={onKeyDown}
    >
      {survey === null && <p>{t('surveys.scoring.nothing')}</p>}
      {survey?.isHidden && <p>{t('surveys.scoring.hidden')}</p>}
      {canScore && survey && (
        <>
          <Asked survey={survey} />
          <Scores scale={survey.scale} choice={choice} onChoose={setChoice} />
          <ScoreHistory corrections={survey.corrections} />
        </>
      )}
      <div className={styles.buttons}>
        <Button onClick={closeScore}>{t(canScore ? 'frame.cancel' : 'frame.close')}</Button>
        {canScore && (
          <Button tone="primary" disabled={!canSave} onClick={() => void save()}>
            {t('surveys.scoring.save')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The survey; null if X has none, undefined until that is known. */
function useScoredSurvey(asked: ScoredSurvey): Survey | null | undefined {
  const isCertain = 'surveyId' in asked;
  const certain = useEngineQuery(
    'surveys.get',
    { id: isCertain ? asked.surveyId : '-' },
    { enabled: isCertain },
  );
  const id = isCertain ? '-' : asked.conversationId;
  const personId = useEngineQuery('conversations.get', newestPage(id), { enabled: !isCertain }).data
    ?.conversation.person.id;
  const latest = useEngineQuery(
    'surveys.list',
    { personId: personId ?? '-' },
    { enabled: !isCertain && personId !== undefined },
  );
  if (isCertain) return certain.data ?? (certain.error ? null : undefined);
  return latest.data && (latest.data.items.find(isAtX) ?? null);
}

const isAtX = ({ state }: Survey) => state === 'sent' || state === 'answered' || state === 'expired';

const NONE = 'none';

/** The chosen score and what saves it. Digits choose one, too: 1 and 0 in a row are 10. */
function useScore(survey: Survey | null) {
  const [chosen, setChoice] = useState<string | null>(null);
  const lastKey = useRef('');
  const correct = useEngineCommand('surveys.correct');
  const before = survey?.score == null ? NONE : String(survey.score);
  const choice = chosen ?? before;
  const save = async () => {
    if (!survey) return;
    const result = await correct({ id: survey.id, score: choice === NONE ? null : Number(choice) });
    if (result.ok) closeScore();
  };
  const canSave = survey !== null && choice !== before;
  const onKeyDown = (event: KeyboardEvent) => {
    const key = pressedKey(event);
    if (!survey || key === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTen = key === '0' && lastKey.current === '1' && survey.scale === 'nps';
    lastKey.current = key;
    const typed = isTen ? '10' : key;
    if (toScores(survey.scale).includes(typed)) setChoice(typed);
    if (key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    // A key that is held down is no second decision.
    if (canSave && !event.repeat) void save();
  };
  return { choice, setChoice, canSave, save, onKeyDown };
}

function toScores(scale: SurveyScale): string[] {
  const { min, max } = scoreRange[scale];
  return Array.from({ length: max - min + 1 }, (_, at) => String(min + at));
}

interface ScoresProps {
  readonly scale: SurveyScale;
  readonly choice: string;
  readonly onChoose: (choice: string) => void;
}

function Scores({ scale, choice, onChoose }: ScoresProps) {
  const { t } = useTranslation();
  const scores = toScores(scale).map((value) => ({ value, label: value }));
  return (
    <div className={styles.choice}>
      <span id="survey-score" className={styles.label}>
        {t('surveys.scoring.score')}
      </span>
      <Segments
        value={choice}
        choices={[...scores, { value: NONE, label: t('surveys.scoring.none') }]}
        onChange={onChoose}
        labelledBy="survey-score"
      />
    </div>
  );
}

/** What was asked, when, and what the person said. */
function Asked({ survey }: { readonly survey: Survey }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const messages = useEngineQuery('conversations.get', newestPage(survey.conversationId)).data?.messages;
  const said = messages?.filter(({ id }) => survey.messageIds.includes(id)) ?? [];
  const time = toMoment(survey.sentAt ?? survey.createdAt, now, i18n.language);
  return (
    <>
      <p className={styles.label}>
        {t('surveys.scoring.asked', { scale: t(`surveys.scales.${survey.scale}`), time })}
      </p>
      {said.length > 0 && (
        <figure className={styles.preview}>
          <figcaption className={styles.label}>{t('surveys.scoring.said')}</figcaption>
          {said.map(({ id, text, lang }) => (
            <Bubble key={id} text={text} lang={lang ?? undefined} />
          ))}
        </figure>
      )}
    </>
  );
}
