import type { IconCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** An icon as the entries of menus have it. */
export function toMenuIcon(Icon: typeof IconCircle): ReactNode {
  return <Icon aria-hidden="true" size={15} stroke={1.75} />;
}
