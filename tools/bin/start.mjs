// `npm start`: installs, builds, and runs the server, which migrates its database and makes demonstration data.
import { ensureBuilt, ensureInstalled, handOver } from './setup.mjs';

ensureInstalled();
ensureBuilt();
handOver('node', ['apps/server/src/main.ts', ...process.argv.slice(2)]);
