#!/usr/bin/env bash
# Finding: in a command palette, the best row arrives late and Enter runs another one
#
# Package:   cmdk 1.1.1 (with react 19.2.0 and jsdom 26.1.0)
# Guess:     the list keeps its best row selected, as it does when the text changes; a better row that arrives from
#            a search becomes the selected one.
# Behaviour: the first row is selected only when the text changes. An item that mounts afterwards is sorted to its
#            place, above the selection, and stays unselected, even when its value is exactly what was typed.
# Seen:      at once: *Archie | Archive -> Enter runs Archie
#            late:    Archie | *Archive -> Enter runs Archive
# Matters:   people are found by a query and commands are there at once. An agent types the customer's name, sees
#            the customer on top, presses Enter and archives the conversation that was open. The same keys do one
#            thing with a fast engine and another with a slow one.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent cmdk@1.1.1 react@19.2.0 react-dom@19.2.0 jsdom@26.1.0

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<div id="root"></div>', { pretendToBeVisual: true });
const { document } = window;
// What a browser has and cmdk uses; jsdom has no layout.
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.Element.prototype.scrollIntoView = () => {};
for (const name of ['navigator', 'HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent', 'ResizeObserver']) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
}
const { requestAnimationFrame, cancelAnimationFrame } = window;
Object.assign(globalThis, { window, document, requestAnimationFrame, cancelAnimationFrame });
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const { act, createElement } = await import('react');
const { createRoot } = await import('react-dom/client');
const { Command } = await import('cmdk');

async function createPalette() {
  const root = createRoot(document.getElementById('root'));
  let ran = null;
  const toItem = (name) => createElement(Command.Item, { key: name, value: name, onSelect: () => (ran = name) }, name);
  const draw = async (search, names) => {
    const input = createElement(Command.Input, { value: search, onValueChange: () => {} });
    const list = createElement(Command.List, null, names.map(toItem));
    await act(async () => root.render(createElement(Command, { label: 'palette' }, input, list)));
    await act(async () => new Promise((done) => setTimeout(done, 50)));
  };
  const pressEnter = async () => {
    const event = new window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true });
    await act(async () => document.querySelector('[cmdk-input]').dispatchEvent(event));
    return ran;
  };
  return { draw, pressEnter, close: () => act(async () => root.unmount()) };
}
const rows = () =>
  [...document.querySelectorAll('[cmdk-item]')]
    .map((row) => `${row.getAttribute('aria-selected') === 'true' ? '*' : ''}${row.textContent}`)
    .join(' | ');

async function check(name, steps, expectedRows, expectedRun) {
  const palette = await createPalette();
  for (const [search, names] of steps) await palette.draw(search, names);
  const shown = rows();
  const ran = await palette.pressEnter();
  console.log(`${name} ${shown} -> Enter runs ${ran}`);
  assert.deepEqual([shown, ran], [expectedRows, expectedRun]);
  await palette.close();
}

const both = ['Archie', 'Archive'];
await check('at once:', [['', both], ['archi', both]], '*Archie | Archive', 'Archie');
await check('late:   ', [['', ['Archive']], ['archi', ['Archive']], ['archi', both]], 'Archie | *Archive', 'Archive');
process.exit(0);
JS
node run.mjs
