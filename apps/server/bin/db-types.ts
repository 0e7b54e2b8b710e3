// Writes src/platform/db/schema.ts and src/migrations/checksums.json from the SQL files.
import { writeFileSync } from 'node:fs';
import { migrate, readMigrations } from '../src/platform/db/migrate.ts';
import { openPglite } from '../src/platform/db/open-database.ts';
import { renderSchema } from '../src/platform/db/render-schema.ts';

const db = await openPglite(undefined);
await migrate(db);
writeFileSync(new URL('../src/platform/db/schema.ts', import.meta.url), await renderSchema(db));
await db.destroy();
const checksums = Object.fromEntries(readMigrations().map((each) => [each.name, each.sha256]));
writeFileSync(new URL('../src/migrations/checksums.json', import.meta.url), `${JSON.stringify(checksums, null, 2)}\n`);
