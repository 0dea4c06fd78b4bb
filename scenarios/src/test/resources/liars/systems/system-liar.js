'use strict';

/**
 * Preloaded into every Node.js server of a system (NODE_OPTIONS=--require), makes those that it is
 * about tell the one lie that LIE names, as system/lie; Python's are told theirs by sitecustomize.py.
 */

const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const file = path.join(__dirname, `${process.env.LIE}.js`);
if (fs.existsSync(file) && process.argv[1]) {
  require(file)(createRequire(path.resolve(process.argv[1])), path.resolve(process.argv[1]));
}
