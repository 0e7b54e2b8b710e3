// Writes apps/server/openapi.json from the contract.
import { writeFileSync } from 'node:fs';
import { renderOpenapi } from '../src/platform/http/render-openapi.ts';

writeFileSync(new URL('../openapi.json', import.meta.url), `${JSON.stringify(renderOpenapi(), null, 2)}\n`);
