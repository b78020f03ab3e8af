import { z } from 'zod';
import { err, ok, type Result } from '#shared/result.ts';
import { SCENARIO, type Scenario, type ScenarioEvent } from './scenario.ts';

/** The scenario, or one sentence for each mistake that says where it is. */
export function checkScenario(value: unknown): Result<Scenario, readonly string[]> {
  const parsed = SCENARIO.safeParse(value);
  if (!parsed.success) return err(parsed.error.issues.map(toSentence));
  const mistakes = [...findHandleMistakes(parsed.data), ...findRefMistakes(parsed.data.events)];
  return mistakes.length > 0 ? err(mistakes) : ok(parsed.data);
}

function toSentence(issue: z.core.$ZodIssue): string {
  return `${z.core.toDotPath(issue.path) || 'scenario'}: ${issue.message}`;
}

function findHandleMistakes(scenario: Scenario): string[] {
  const known = new Set<string>();
  const mistakes: string[] = [];
  for (const { handle } of [scenario.account, ...scenario.people]) {
    if (known.has(handle.toLowerCase())) mistakes.push(`people: @${handle} is there twice.`);
    known.add(handle.toLowerCase());
  }
  for (const [index, event] of scenario.events.entries()) {
    const handle = event.kind === 'post' ? event.from : event.with;
    if (!known.has(handle.toLowerCase())) mistakes.push(`events[${index}]: nobody is called @${handle}.`);
  }
  for (const [index, rule] of scenario.followUps.entries()) {
    if (!known.has(rule.handle.toLowerCase()))
      mistakes.push(`followUps[${index}]: nobody is called @${rule.handle}.`);
  }
  return mistakes;
}

function findRefMistakes(events: readonly ScenarioEvent[]): string[] {
  const timeByRef = new Map<string, number>();
  const mistakes: string[] = [];
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'post' || event.ref === undefined) continue;
    if (timeByRef.has(event.ref)) mistakes.push(`events[${index}].ref: "${event.ref}" is there twice.`);
    timeByRef.set(event.ref, event.afterMs);
  }
  const answers = events.flatMap((event, index) =>
    listAnsweredRefs(event).map((ref) => ({ event, index, ref })),
  );
  for (const { event, index, ref } of answers) {
    const at = timeByRef.get(ref);
    if (at === undefined) mistakes.push(`events[${index}]: no post has the ref "${ref}".`);
    else if (at >= event.afterMs)
      mistakes.push(`events[${index}]: "${ref}" does not happen before its answer.`);
  }
  return mistakes;
}

function listAnsweredRefs(event: ScenarioEvent): string[] {
  if (event.kind !== 'post') return [];
  return [event.replyTo, event.quotes].filter((ref) => ref !== undefined);
}
