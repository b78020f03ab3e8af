import { build } from '../scripts/build/build.ts';
import { fillWithConversations } from './window.ts';

/*
 * Prepares the tree in which this file is for measuring its start: builds it, and fills the workspace that the argument names.
 */

const [dir = ''] = process.argv.slice(2);
await build();
await fillWithConversations(dir, 2_000);
