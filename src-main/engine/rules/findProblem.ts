import type { Rule, RuleProblem } from '#shared/domain/rule.ts';
import { getAgent } from '../store/agents.ts';
import { getCanned } from '../store/cannedResponses.ts';
import type { Db } from '../store/open.ts';
import { getSavedSearch } from '../store/savedSearches.ts';
import { listKnownTagIds } from '../store/tags.ts';

/** The first thing that a rule needs and that is gone; null if it can run. */
export function findProblem(db: Db, { when, conditions, steps }: Rule): RuleProblem | null {
  if (when.kind === 'hit' && when.search !== null && getSavedSearch(db, when.search) === null)
    return { missing: 'savedSearch', id: when.search };
  const tags = [
    ...(when.kind === 'tagAdded' ? [when.tag] : []),
    ...conditions.flatMap((one) => (one.kind === 'tag' ? one.tag : [])),
    ...steps.addTags,
    ...steps.removeTags,
  ];
  const known = new Set(tags.length === 0 ? [] : listKnownTagIds(db, tags));
  const tag = tags.find((id) => !known.has(id));
  if (tag !== undefined) return { missing: 'tag', id: tag };
  const agents = [
    ...conditions.flatMap((one) => (one.kind === 'assignee' && one.agent !== null ? one.agent : [])),
    ...(steps.assignee === null || steps.assignee === 'nobody' ? [] : [steps.assignee.agent]),
  ];
  const agent = agents.find((id) => getAgent(db, id) === null);
  if (agent !== undefined) return { missing: 'agent', id: agent };
  return isGone(db, steps.draft) ? { missing: 'cannedResponse', id: steps.draft } : null;
}

function isGone(db: Db, draft: string | null): draft is string {
  if (draft === null) return false;
  const canned = getCanned(db, draft);
  return canned === null || canned.deletedAt !== null;
}
