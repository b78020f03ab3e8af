import { useTranslation } from 'react-i18next';
import type { WorkVerdict } from '#shared/domain/workReport.ts';
import { Note } from './Metric.tsx';

interface Props {
  readonly of: 'time' | 'share';
  readonly verdict: WorkVerdict;
  /** The figure of the period before as it is written; null if there is none. */
  readonly before: string | null;
}

/** What the period before says about a figure. */
export function Verdict({ of, verdict, before }: Props) {
  const { t } = useTranslation();
  if (before === null) return null;
  return <Note>{t(`workReport.verdict.${of}.${verdict}`, { before })}</Note>;
}
