import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { counted } from '../../ui/counted.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { toDayName } from '../../ui/time.ts';
import { useBulkActions, useBulkBusy } from '../../workspace/useBulkActions.ts';
import styles from './ResolveOlder.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Resolves the open conversations in which nothing has happened for some days, after saying how many they are. */
export function ResolveOlder({ open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('bulk.older.title')} width={440}>
      <Question onClose={onClose} />
    </Dialog>
  );
}

const ages = ['today', 'days3', 'days7'] as const;
type Age = (typeof ages)[number];
const days: Readonly<Record<Age, number>> = { today: 0, days3: 3, days7: 7 };

function Question({ onClose }: Pick<Props, 'onClose'>) {
  const { t, i18n } = useTranslation();
  const [age, setAge] = useState<Age>('days3');
  const label = useId();
  const { change } = useBulkActions();
  const isBusy = useBulkBusy((state) => state.isBusy);
  // The day may end while somebody thinks.
  const [now] = useState(Date.now);
  const before = toMidnight(now, days[age]);
  const { data } = useEngineQuery('bulk.listOlder', { before });
  const count = data?.conversations.length ?? 0;
  const number = counted(count, i18n.language);
  const resolve = async () => {
    if (!data) return;
    const done = await change(data.conversations, { type: 'status', status: 'resolved' });
    if (done) onClose();
  };
  return (
    <div className={styles.body}>
      <p id={label}>{t('bulk.older.label')}</p>
      <Segments
        labelledBy={label}
        value={age}
        choices={ages.map((value) => ({ value, label: t(`bulk.older.${value}`) }))}
        onChange={setAge}
      />
      <Found before={before} now={now} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('frame.cancel')}</Button>
        <Button tone="primary" disabled={count === 0 || isBusy} onClick={() => void resolve()}>
          {count === 0 ? t('conversation.resolve') : t('bulk.older.resolve', number)}
        </Button>
      </div>
    </div>
  );
}

interface FoundProps {
  readonly before: number;
  readonly now: number;
}

/** How many conversations there are, and whether they are too many for once. */
function Found({ before, now }: FoundProps) {
  const { t, i18n } = useTranslation();
  const { data } = useEngineQuery('bulk.listOlder', { before });
  const date = toDayName(before, now, i18n.language).name;
  const found = data?.conversations.length ?? 0;
  return (
    <p role="status" className={styles.found}>
      {data?.total === 0 && t('bulk.older.none', { date })}
      {data && data.total > 0 && t('bulk.older.found', { ...counted(data.total, i18n.language), date })}
      {data && data.total > found && ` ${t('bulk.older.cut', counted(found, i18n.language))}`}
    </p>
  );
}

/** The beginning of the day so many days before `now`, in the local time zone. */
function toMidnight(now: number, daysBefore: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() - daysBefore);
  return date.setHours(0, 0, 0, 0);
}
