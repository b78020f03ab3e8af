import { canMessage } from '../world/directMessages.ts';
import type { Person } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { Shape } from './fields.ts';
import { fieldName } from './names.ts';

/** A user with exactly the fields that were asked for, and those that X always gives. */
export function renderUser(world: World, person: Person, shape: Shape): Record<string, unknown> {
  const optional: Record<string, unknown> = {
    created_at: new Date(person.createdAt).toISOString(),
    description: person.description,
    location: person.location === '' ? undefined : person.location,
    profile_image_url: `${shape.baseUrl}/media/${person.picture ?? 'default_profile_normal.png'}`,
    protected: person.isProtected,
    receives_your_dm: canMessage(world, person),
    verified: person.verified,
    verified_type: person.verified ? 'blue' : 'none',
    public_metrics: {
      followers_count: person.followers,
      following_count: person.following,
      [fieldName('post_count', shape.naming)]: 0,
      listed_count: 0,
      like_count: 0,
    },
    url: '',
  };
  const rendered: Record<string, unknown> = { id: person.id, name: person.name, username: person.handle };
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined && shape.user.has(name)) rendered[name] = value;
  }
  return rendered;
}
