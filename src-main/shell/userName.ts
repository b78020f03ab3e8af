import { userInfo } from 'node:os';

/** The system's name for who uses it; empty for a user that the system does not know, as in some containers. */
export function getUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
