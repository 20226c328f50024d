#!/usr/bin/env node
import { run } from './main.js';

// No top-level await: the bundle is CommonJS, which starts in less time.
void run(process.argv).then((code) => {
  process.exitCode = code;
});
