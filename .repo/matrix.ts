// The packed packages on every Node.js, every TypeScript and both ends of the peers: more than `npm test` does of it.
import { build } from './checks/commands.ts';
import { consumers } from './checks/consumers.ts';
import { packed } from './checks/packed.ts';
import { report } from './report.ts';

process.exitCode = (await report([build, packed, consumers(true)])) ? 0 : 1;
