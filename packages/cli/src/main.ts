#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Instant } from '@linli/model';
import { run } from './run.ts';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string };

// The one place where this package reads the machine's clock: when an import was written down.
const now = Instant.parse(Date.now());

process.exitCode = await run(
  process.argv.slice(2),
  {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    watched: process.stderr.isTTY === true,
  },
  { version: manifest.version, now },
);
