import type { PersonSummary } from '#shared/domain/person.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { toName } from '../ui/shownName.ts';
import { usePicture } from './usePicture.ts';

interface Props {
  readonly person: PersonSummary;
  /** In pixels. */
  readonly size: number;
}

/** The profile picture of a person, or the initials while there is none. */
export function PersonAvatar({ person, size }: Props) {
  return <Avatar id={person.id} name={toName(person)} size={size} picture={usePicture(person)} />;
}
