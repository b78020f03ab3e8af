import { z } from 'zod';
import { CostReport } from '../../domain/cost.ts';
import { PersonSummary } from '../../domain/person.ts';
import { ReplyLanguage } from '../../domain/replyLanguage.ts';
import { SurveyScale } from '../../domain/survey.ts';
import {
  CsatReport,
  NpsReport,
  PeriodUnit,
  SurveyComment,
  SurveyGrouping,
} from '../../domain/surveyReport.ts';
import {
  HeatMap,
  HourOfWeek,
  ListedFigure,
  TargetOutcome,
  WorkComparison,
  WorkFigures,
  WorkGap,
  WorkGroup,
  WorkGrouping,
  WorkStep,
} from '../../domain/workReport.ts';
import { GuardCode } from '../../guards.ts';
import { SurveyRefusal } from '../../surveyReason.ts';
import { delimiter, id, limit } from './inputs.ts';
import { method } from './method.ts';

const period = { from: z.number().int(), to: z.number().int() };

/** Which surveys a report is about. */
const asked = {
  ...period,
  groupBy: SurveyGrouping.optional(),
  /** Leaves out what was sent, answered or corrected after this time; now unless given. Groups are those of now. */
  asKnownOn: z.number().int().optional(),
};

/** Which work a report is about. */
const worked = {
  ...period,
  /** Counts only what was captured and recorded until this time; now unless given. Tags and languages are those of now. */
  asKnownOn: z.number().int().optional(),
};

/** What came of some handovers. */
const handoverFigures = {
  sent: z.number().int(),
  arrived: z.number().int(),
  /** How many of those that have not arrived are still waited for. */
  waiting: z.number().int(),
  /** The share that arrived, and its 95 % interval (Wilson); null if none was sent. */
  share: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** How long the private message took, of those that arrived; null if none did. */
  medianMs: z.number().nullable(),
  p90Ms: z.number().nullable(),
};

export const reportsMethods = {
  'reports.work': method(
    'query',
    'Reports the work from `from` (inclusive) to `to` (exclusive): volume, reply times, resolutions and backlog, against another period, and what is not known about it.',
    {
      input: z.strictObject({
        ...worked,
        /** Must not overlap with the period itself. */
        compareWith: z.strictObject(period).optional(),
        step: PeriodUnit.default('day'),
      }),
      output: z.object({
        asKnownOn: z.number(),
        figures: WorkFigures,
        comparison: WorkComparison.nullable(),
        /** In order, by the clocks of the office, until the end of what is known. */
        steps: z.array(WorkStep),
        hours: z.object({ received: HeatMap, replies: HeatMap }),
        /** Handovers that X had in the period, and those of them after which a private message arrived. */
        handovers: WorkFigures.shape.fromLibrary,
        /** What X charged in the period by the prices of then, and for each resolution; null without any. */
        costs: z.object({ usd: z.number(), perResolvedUsd: z.number().nullable() }),
        gaps: z.array(WorkGap),
        /** When office hours or targets changed since the beginning of the period. Each reply is measured by those of its time. */
        settingsChanges: z.array(z.object({ at: z.number(), officeHours: z.boolean(), target: z.boolean() })),
        /** Since the beginning of the period: what was erased is in no figure any more. */
        erasures: z.object({ count: z.int().min(0), lastAt: z.number().nullable() }),
      }),
    },
  ),
  'reports.workGroups': method(
    'query',
    'Reports the same figures by group, those with the most work first; what has no group is the last.',
    {
      input: z.strictObject({ ...worked, groupBy: WorkGrouping }),
      output: z.object({ groups: z.array(WorkGroup) }),
    },
  ),
  'reports.workConversations': method(
    'query',
    'Lists what a figure of `reports.work` counted, each with its conversation: missed targets first, then what took longest, else the latest.',
    {
      input: z.strictObject({
        ...worked,
        /** `unresolved` and `waiting` are those at the end of the period or the step; `at` is then when the last message came. */
        figure: ListedFigure,
        /** Only what `reports.workGroups` counts in this group; not for `unresolved` and `waiting`. */
        group: z.strictObject({ by: WorkGrouping, key: z.string().nullable() }).optional(),
        /** Only what `reports.work` counts in the step with this `key`. Fails with `invalid` for one that is not in the period. */
        step: z.strictObject({ unit: PeriodUnit, key: z.string().max(10) }).optional(),
        /** Only what `reports.work` counts in this hour of the week; not for `unresolved` and `waiting`. */
        hour: HourOfWeek.optional(),
        limit: limit.default(100),
      }),
      output: z.object({
        items: z.array(
          z.object({
            conversationId: z.string(),
            person: PersonSummary,
            at: z.number(),
            /** How long it took in office hours; null for what takes no time, and while no reply has come. */
            ms: z.number().nullable(),
            /** Of a reply and of its target; null for anything else, and where none is recorded. */
            target: TargetOutcome.nullable(),
            /** The id of the agent who did it; null if nobody did with Perch. */
            agent: z.string().nullable(),
          }),
        ),
        /** How many there are in all. */
        total: z.int().min(0),
      }),
    },
  ),
  'reports.exportWork': method(
    'query',
    'Returns the figures of `reports.work` as a table: a row for all, and one for each group, day, week or month; times in minutes. In no table a text can be taken for a formula; numbers have a decimal comma where `;` separates fields.',
    {
      input: z.strictObject({ ...worked, groupBy: z.union([WorkGrouping, PeriodUnit]), delimiter }),
      output: z.object({ content: z.string() }),
    },
  ),
  'reports.costs': method(
    'query',
    'Reports what was spent on X from `from` (inclusive) to `to` (exclusive), and the state of the current month.',
    {
      input: z.strictObject(period),
      output: CostReport,
    },
  ),
  'reports.handovers': method(
    'query',
    'Reports what came of the handovers that X had from `from` (inclusive) to `to` (exclusive): in total, and by language and by whether they had a link.',
    {
      input: z.strictObject(period),
      output: z.object({
        ...handoverFigures,
        groups: z.array(z.object({ language: ReplyLanguage, withLink: z.boolean(), ...handoverFigures })),
      }),
    },
  ),
  'reports.guards': method(
    'query',
    'Counts for each guard what it did from `from` (inclusive) to `to` (exclusive): a guard that is overruled often raises false alarms. Replies that were taken back do not count, nor do drafts that were given up.',
    {
      input: z.strictObject(period),
      output: z.object({
        items: z.array(
          z.object({
            code: GuardCode,
            /** Replies that the engine did not take. */
            refused: z.number().int(),
            /** Replies that no longer gave cause to warn when they were sent: of `warned` in `replies.send`, as the composer says. */
            heeded: z.number().int(),
            /** Replies that were sent in spite of it: of `overrule`, or of `warned` where it does not refuse. */
            overruled: z.number().int(),
          }),
        ),
      }),
    },
  ),
  'reports.surveys': method(
    'query',
    'Reports what came of the surveys that X had from `from` (inclusive) to `to` (exclusive), by scale, and compares it with another period.',
    {
      input: z.strictObject({
        ...asked,
        /** Must not overlap with the period itself. */
        compareWith: z.strictObject(period).optional(),
      }),
      output: z.object({ asKnownOn: z.number(), csat: CsatReport, nps: NpsReport }),
    },
  ),
  'reports.exportSurveys': method(
    'query',
    'Returns the report of `reports.surveys` as a table: for each scale a row for all and one for each group, with the counts of all scores. In no table a text can be taken for a formula; numbers have a decimal comma where `;` separates fields.',
    {
      input: z.strictObject({ ...asked, delimiter }),
      output: z.object({ content: z.string() }),
    },
  ),
  'reports.exportResponses': method(
    'query',
    'Returns the surveys of the same period as a table, one a row: with score and comment if there is one, person, agent, tags and canned responses; what `hideFromHandler` hides from the current agent is empty and marked. Times are those of the clocks of the office.',
    {
      input: z.strictObject({ ...period, delimiter }),
      output: z.object({ content: z.string() }),
    },
  ),
  'reports.surveyComments': method(
    'query',
    'Lists what people said beside their scores, in response to the surveys that X had from `from` (inclusive) to `to` (exclusive); the last response first.',
    {
      input: z.strictObject({
        ...period,
        scale: SurveyScale.optional(),
        /** Both inclusive. */
        scores: z.strictObject({ min: z.number().int(), max: z.number().int() }).optional(),
        /** The id of the agent who handled the matter. */
        agent: id.optional(),
        /** The id of a tag of the conversation. */
        tag: id.optional(),
        /** Words that the comment contains, in any case and with or without accents. */
        text: z.string().max(200).optional(),
        limit: limit.default(100),
        cursor: z.string().optional(),
      }),
      output: z.object({ items: z.array(SurveyComment), nextCursor: z.string().optional() }),
    },
  ),
  'reports.surveysWhyNot': method(
    'query',
    'Counts why surveys that were asked for from `from` (inclusive) to `to` (exclusive) were not sent, the most frequent reason first.',
    {
      input: z.strictObject(period),
      output: z.object({
        refusals: z.number().int(),
        /** A refusal with several reasons counts in each of them. */
        items: z.array(z.object({ code: SurveyRefusal, count: z.number().int() })),
      }),
    },
  ),
} as const;
