import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { SCENARIO, type Scenario, type ScenarioEvent } from './scenario.ts';

/** A scenario read from a file. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  /** The absolute path of the folder with its pictures. */
  readonly photosDir: string;
}

/** Reads and validates a scenario file. The error has one sentence per mistake, each naming its place. */
export function loadScenario(path: string): Result<LoadedScenario, readonly string[]> {
  const value = readJsonFile(path);
  if (!value.ok) return err([value.error]);
  const parsed = parseScenario(value.value);
  if (!parsed.ok) return parsed;
  return ok({ scenario: parsed.value, photosDir: resolve(dirname(path), parsed.value.photos) });
}

/**
 * Validates a scenario: its shape, that handles and refs are unique and defined, and that posts are replied to and
 * quoted only after they were made. The error has one sentence per mistake, each naming its place.
 */
export function parseScenario(value: unknown): Result<Scenario, readonly string[]> {
  const parsed = SCENARIO.safeParse(value);
  if (!parsed.success) return err(parsed.error.issues.map(toSentence));
  const mistakes = [...findHandleMistakes(parsed.data), ...findRefMistakes(parsed.data.events)];
  return mistakes.length > 0 ? err(mistakes) : ok(parsed.data);
}

function readJsonFile(path: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    return err(`${path}: ${toErrorMessage(cause)}`);
  }
}

function toSentence(issue: z.core.$ZodIssue): string {
  return `${z.core.toDotPath(issue.path) || 'scenario'}: ${issue.message}`;
}

function findHandleMistakes(scenario: Scenario): string[] {
  const known = new Set<string>();
  const mistakes: string[] = [];
  for (const { handle } of [scenario.account, ...scenario.people]) {
    if (known.has(handle.toLowerCase())) mistakes.push(`people: @${handle} appears twice.`);
    known.add(handle.toLowerCase());
  }
  for (const [index, event] of scenario.events.entries()) {
    const handle = event.kind === 'post' ? event.from : event.with;
    if (!known.has(handle.toLowerCase()))
      mistakes.push(`events[${index}]: nobody has the handle @${handle}.`);
  }
  for (const [index, rule] of scenario.followUps.entries()) {
    if (!known.has(rule.handle.toLowerCase()))
      mistakes.push(`followUps[${index}]: nobody has the handle @${rule.handle}.`);
  }
  return mistakes;
}

function findRefMistakes(events: readonly ScenarioEvent[]): string[] {
  const timeByRef = new Map<string, number>();
  const mistakes: string[] = [];
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'post' || event.ref === undefined) continue;
    if (timeByRef.has(event.ref)) mistakes.push(`events[${index}].ref: "${event.ref}" appears twice.`);
    timeByRef.set(event.ref, event.afterMs);
  }
  const references = events.flatMap((event, index) =>
    listReferencedRefs(event).map((ref) => ({ event, index, ref })),
  );
  for (const { event, index, ref } of references) {
    const at = timeByRef.get(ref);
    if (at === undefined) mistakes.push(`events[${index}]: no post has the ref "${ref}".`);
    else if (at >= event.afterMs)
      mistakes.push(`events[${index}]: "${ref}" must come before the post that refers to it.`);
  }
  return mistakes;
}

function listReferencedRefs(event: ScenarioEvent): string[] {
  if (event.kind !== 'post') return [];
  return [event.replyTo, event.quotes].filter((ref) => ref !== undefined);
}
