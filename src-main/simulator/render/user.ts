import { canMessage } from '../world/directMessages.ts';
import type { Person } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { type FieldSelection, fieldName } from './fields.ts';
import { portraitNameOf } from './portrait.ts';

/** A user with the selected fields and those that X always sends. */
export function renderUser(world: World, person: Person, selection: FieldSelection): Record<string, unknown> {
  const optional: Record<string, unknown> = {
    created_at: new Date(person.createdAt).toISOString(),
    description: person.description,
    location: person.location === '' ? undefined : person.location,
    profile_image_url: `${selection.baseUrl}/media/${person.picture ?? portraitNameOf(person.id)}`,
    protected: person.isProtected,
    receives_your_dm: canMessage(world, person),
    verified: person.verified,
    verified_type: person.verified ? 'blue' : 'none',
    public_metrics: {
      followers_count: person.followers,
      following_count: person.following,
      [fieldName('post_count', selection.naming)]: 0,
      listed_count: 0,
      like_count: 0,
    },
    url: '',
    ...person.raw,
  };
  const rendered: Record<string, unknown> = { id: person.id, name: person.name, username: person.handle };
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined && selection.user.has(name)) rendered[name] = value;
  }
  return rendered;
}
