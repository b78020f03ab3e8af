// What `npm run engine` starts: the built engine if it was built from the very sources that are here, else the sources. It is plain
// JavaScript, since stripping types of one file takes as long as starting the built engine.
const { join } = require('node:path');
const { isCurrent } = require('./builtEngine.cjs');

if (isCurrent(join(__dirname, '..'))) require('../out/engine/load.cjs');
else import('../src-main/engine/main.ts');
