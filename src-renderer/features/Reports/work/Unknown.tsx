import { useTranslation } from 'react-i18next';
import type { SourceKind } from '#shared/domain/capture.ts';
import type { WorkGap } from '#shared/domain/workReport.ts';
import { toMissingText } from '../../../i18n/gapText.ts';
import { counted } from '../../../ui/counted.ts';
import { PageSection } from '../../../ui/Page.tsx';
import { toDateAndTime } from '../../../ui/time.ts';
import styles from './Work.module.css';
import { settingsChangesUntil, type WorkReport } from './workReport.ts';

interface Props {
  readonly report: WorkReport;
  /** The end of the period, exclusive. */
  readonly to: number;
}

/** What the figures do not know: gaps, with the figures they could change, changes of settings, and what was erased. */
export function Unknown({ report, to }: Props) {
  const { t, i18n } = useTranslation();
  const { gaps, erasures } = report;
  const changes = settingsChangesUntil(report, to);
  if (gaps.length === 0 && changes.length === 0 && erasures.count === 0) return null;
  return (
    <PageSection title={t('workReport.unknown.title')}>
      <ul className={styles.unknown}>
        {gaps.map((gap) => (
          <li key={`${gap.source} ${gap.from} ${gap.reason}`}>
            <GapText gap={gap} />
          </li>
        ))}
        {changes.map(({ at, officeHours, target }) => (
          <li key={`${at} ${officeHours}`}>
            {t(`workReport.unknown.${officeHours ? (target ? 'both' : 'officeHours') : 'targets'}`, {
              time: toDateAndTime(at, i18n.language),
            })}
          </li>
        ))}
        {erasures.count > 0 && (
          <li>{t('workReport.unknown.erasures', counted(erasures.count, i18n.language))}</li>
        )}
      </ul>
    </PageSection>
  );
}

function GapText({ gap }: { readonly gap: WorkGap }) {
  const { t, i18n } = useTranslation();
  const kind = gap.source.startsWith('search:') ? 'search' : (gap.source as SourceKind);
  const figures = gap.figures.map((figure) => t(`workReport.figures.${figure}`));
  const list = new Intl.ListFormat(i18n.language).format(figures);
  return `${toMissingText(kind, gap, t, i18n.language)} ${t('workReport.unknown.couldChange', { figures: list })}`;
}
