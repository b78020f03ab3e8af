const { lstatSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Says from which files the engine in `out/` was built, and in which state they were: a line for each. */
const listName = 'out/engine/.sources';

/**
 * The line of a file, with a path from the root of the project. The time of its last change of any kind, which nobody can set, tells an
 * edit even from one that kept length and time.
 * @param {string} root
 * @param {string} path
 */
function toLine(root, path) {
  const { size, mtimeMs, ctimeMs } = lstatSync(join(root, path));
  return `${size} ${mtimeMs} ${ctimeMs} ${path}`;
}

/**
 * Whether the engine in `out/` was built from the files as they are now. False in doubt.
 * @param {string} root
 */
function isCurrent(root) {
  try {
    const lines = readFileSync(join(root, listName), 'utf8').trimEnd().split('\n');
    return lines.every((line) => line === toLine(root, line.split(' ').slice(3).join(' ')));
  } catch {
    return false;
  }
}

module.exports = { isCurrent, listName, toLine };
