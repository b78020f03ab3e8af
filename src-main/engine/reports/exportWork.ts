import type { EngineParsed } from '#shared/contract/engine.ts';
import { PeriodUnit } from '#shared/domain/surveyReport.ts';
import { type Quantile, type WorkFigures, WorkGrouping, type WorkStep } from '#shared/domain/workReport.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { type Cell, toCsv } from '../library/csv.ts';
import type { Db } from '../store/open.ts';
import type { WorkPeriod } from '../store/workHistories.ts';
import { findPeriodError } from '../surveys/figures/findPeriodError.ts';
import { countQuarters, labelSteps, toSteps } from './countQuarters.ts';
import { countGroups } from './groupWork.ts';
import { listLabels, type Tally, tallyPeriod } from './tally.ts';
import { loadWorkFacts, type WorkFacts } from './workFacts.ts';
import { toWorkFigures } from './workFigures.ts';

const timesOf = (name: string) =>
  ['median', 'p90'].flatMap((quantile) =>
    ['', '_low', '_high'].map((bound) => `${name}_${quantile}${bound}_minutes`),
  );
const shareOf = (name: string) => ['', '_low', '_high'].map((bound) => `${name}_share${bound}`);
const repliesOf = (name: string) => [
  name,
  ...timesOf(name),
  `${name}_targets`,
  `${name}_targets_met`,
  ...shareOf(`${name}_targets_met`),
  `${name}_without_target`,
];

const columns = [
  'grouped_by',
  'key',
  'name',
  'opened',
  'reopened',
  'received',
  'replies',
  ...repliesOf('first_replies'),
  ...repliesOf('next_replies'),
  'resolved',
  ...timesOf('resolved'),
  'from_library',
  ...shareOf('from_library'),
  'from_earlier_replies',
  ...shareOf('from_earlier_replies'),
  'reused',
  ...shareOf('reused'),
  'unresolved',
  'waiting',
];

type Input = EngineParsed<'reports.exportWork'>;

/**
 * The figures as a table: a row for all of the period, and one for each of its parts. The backlog of a group is
 * empty. Errors are those of `reportWork`.
 */
export async function exportWork(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  { delimiter, groupBy, asKnownOn = ctx.clock.now(), ...range }: Input,
): Promise<Result<{ content: string }, AppError>> {
  const error = findPeriodError(range);
  if (error) return err(error);
  const { db } = ctx;
  const period = { ...range, asKnownOn };
  const facts = await loadWorkFacts(ctx, asKnownOn);
  const by = WorkGrouping.safeParse(groupBy);
  const unit = by.success ? 'month' : PeriodUnit.parse(groupBy);
  const steps = toSteps(db, countQuarters(facts, period), period, unit);
  const { tally, parts } = by.success
    ? countByGroup(db, facts, period, by.data)
    : countByStep(db, facts, period, unit, steps);
  const all = toRow(null, {
    key: null,
    label: null,
    figures: toWorkFigures(tally, listLabels(tally)),
    unresolved: steps.at(-1)?.unresolved ?? null,
    waiting: steps.at(-1)?.waiting ?? null,
  });
  return ok({ content: toCsv([columns, all, ...parts.map((part) => toRow(groupBy, part))], delimiter) });
}

interface Part {
  readonly key: string | null;
  readonly label: string | null;
  readonly figures: WorkFigures;
  /** Null where it is not known of a part. */
  readonly unresolved: number | null;
  readonly waiting: number | null;
}

/** What the facts of a period amount to, and of each part of it. */
interface Counted {
  readonly tally: Tally;
  readonly parts: readonly Part[];
}

function countByGroup(db: Db, facts: WorkFacts, period: WorkPeriod, groupBy: WorkGrouping): Counted {
  const { tally, groups } = countGroups(db, facts, period, groupBy);
  return { tally, parts: groups.map((group) => ({ ...group, unresolved: null, waiting: null })) };
}

function countByStep(
  db: Db,
  facts: WorkFacts,
  period: WorkPeriod,
  unit: PeriodUnit,
  steps: readonly WorkStep[],
): Counted {
  const tally = tallyPeriod(facts, period, labelSteps(db, facts, period, unit));
  const parts = steps.map(({ key, unresolved, waiting }, label) => {
    return { key, label: null, figures: toWorkFigures(tally, [label]), unresolved, waiting };
  });
  return { tally, parts };
}

const toRow = (groupBy: string | null, { key, label, figures, unresolved, waiting }: Part): Cell[] => [
  groupBy,
  key,
  label,
  ...toCells(figures),
  unresolved,
  waiting,
];

const toCells = (figures: WorkFigures): Cell[] => [
  figures.opened,
  figures.reopened,
  figures.received,
  figures.replies,
  ...toReplyCells(figures.firstReply),
  ...toReplyCells(figures.nextReply),
  figures.resolved.cases,
  ...toTimeCells(figures.resolved),
  ...[figures.fromLibrary, figures.fromReplies, figures.reused].flatMap((share) => [
    share.hits,
    ...toShareCells(share),
  ]),
];

const toReplyCells = (replies: WorkFigures['firstReply']): Cell[] => [
  replies.cases,
  ...toTimeCells(replies),
  replies.inTarget.cases,
  replies.inTarget.hits,
  ...toShareCells(replies.inTarget),
  replies.withoutTarget,
];

const toTimeCells = ({ medianMs, p90Ms }: WorkFigures['resolved']): Cell[] =>
  [medianMs, p90Ms].flatMap(toMinutes);

const toMinutes = (quantile: Quantile | null): Cell[] =>
  [quantile?.value, quantile?.low, quantile?.high].map((ms) =>
    ms == null ? null : round(ms / MINUTE_MS, 100),
  );

const toShareCells = ({ share }: WorkFigures['fromLibrary']): Cell[] =>
  [share?.value, share?.low, share?.high].map((value) => (value === undefined ? null : round(value, 10_000)));

const round = (value: number, per: number) => Math.round(value * per) / per;
