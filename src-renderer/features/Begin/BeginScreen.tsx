import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgentName } from '#shared/domain/workspaceSettings.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { usual } from '../../officeHours/usual.ts';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { LabelledField } from '../../ui/TextField.tsx';
import { useCloseWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import styles from './BeginScreen.module.css';
import { CapField, readCap, toSuggestedCap } from './CapField.tsx';
import { Costs } from './Costs.tsx';
import { type Choice, choices, toTimes } from './choices.ts';
import { SinceChoice } from './SinceChoice.tsx';
import { useBegin } from './useBegin.ts';
import { useEstimate } from './useEstimate.ts';

/** Says what a new account costs before anything is read, and asks how far back to begin and what it may cost. */
export function BeginScreen() {
  const [times] = useState(() => toTimes(Date.now()));
  const [asked] = useState(() => choices.map((choice) => times[choice]));
  const count = useEstimate(asked);
  const [choice, setChoice] = useState<Choice>('days3');
  const answers = useAnswers();
  const { start, isBusy, failure } = useBegin();
  const canStart = answers.given !== null && !isBusy;
  return (
    <main className={styles.page}>
      <form
        className={styles.card}
        onSubmit={(event) => {
          event.preventDefault();
          if (answers.given && canStart) void start({ since: times[choice], ...answers.given });
        }}
      >
        <Head />
        {failure && <FailureCard error={failure} />}
        <SinceChoice
          value={choice}
          onChange={setChoice}
          estimate={count.estimate}
          isCounting={count.isCounting}
        />
        <Costs count={count} />
        <Answers answers={answers} />
        <Actions canStart={canStart} isBusy={isBusy} />
      </form>
    </main>
  );
}

const hoursChoices = ['weekdays', 'always'] as const;
type Hours = (typeof hoursChoices)[number];

/** Cap, name and office hours as they are given; `given` is null while one of them is not valid. */
function useAnswers() {
  const { i18n } = useTranslation();
  const [cap, setCap] = useState(() => toSuggestedCap(i18n.language));
  const name = useName();
  const [hours, setHours] = useState<Hours>('weekdays');
  const monthlyCapUsd = readCap(cap, i18n.language);
  const isValid = monthlyCapUsd !== undefined && name.isValid;
  const officeHours = hours === 'weekdays' ? usual : null;
  const given = isValid ? { monthlyCapUsd, agentName: name.changed, officeHours } : null;
  return { cap, setCap, name, hours, setHours, given };
}

function Answers({ answers }: { readonly answers: ReturnType<typeof useAnswers> }) {
  const { t } = useTranslation();
  const { cap, setCap, name } = answers;
  return (
    <div className={styles.fields}>
      <CapField text={cap} onChange={setCap} />
      <LabelledField
        label={t('settings.agentName')}
        hint={t('begin.nameHint')}
        value={name.text}
        placeholder={UNNAMED}
        aria-invalid={!name.isValid}
        onChange={(event) => name.setText(event.target.value)}
      />
      <HoursField answers={answers} />
    </div>
  );
}

function HoursField({ answers: { hours, setHours } }: { readonly answers: ReturnType<typeof useAnswers> }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {t('officeHours.title')}
      </span>
      <Segments
        labelledBy={id}
        value={hours}
        choices={hoursChoices.map((value) => ({ value, label: t(`begin.hours.${value}`) }))}
        onChange={setHours}
      />
      <span className={styles.basis}>{t('begin.hoursHint')}</span>
    </div>
  );
}

function Actions({ canStart, isBusy }: { readonly canStart: boolean; readonly isBusy: boolean }) {
  const { t } = useTranslation();
  const close = useCloseWorkspace();
  return (
    <div className={styles.actions}>
      <Button type="submit" tone="primary" size="large" disabled={!canStart}>
        {t(isBusy ? 'begin.starting' : 'begin.start')}
      </Button>
      <Button tone="quiet" size="large" onClick={close}>
        {t('begin.later')}
      </Button>
    </div>
  );
}

function Head() {
  const { t } = useTranslation();
  const { workspace } = useShellState();
  const handle = 'handle' in workspace ? workspace.handle : '';
  return (
    <header>
      <h1 className={styles.title}>{t('begin.title', { handle: toShownName(handle, 24) })}</h1>
      <p className={styles.intro}>{t('begin.intro')}</p>
    </header>
  );
}

/** What Perch calls an agent whose name it does not know: nobody's, so that the field stays empty. */
const UNNAMED = 'Agent';

/** The name of the agent: the system's user until somebody writes another one. */
function useName() {
  const { data } = useEngineQuery('settings.get', {});
  const [edited, setText] = useState<string | null>(null);
  const known = data?.agentName ?? '';
  const text = edited ?? (known === UNNAMED ? '' : known);
  const isKept = text.trim() === known || (text.trim() === '' && known === UNNAMED);
  const changed = isKept ? null : text.trim();
  const isValid = changed === null || AgentName.safeParse(changed).success;
  return { text, setText, changed, isValid };
}
