import { sql } from 'kysely';
import type { Db } from './database.ts';

type Column = {
  readonly tableName: string;
  readonly columnName: string;
  readonly udtName: string;
  readonly isNullable: string;
  readonly columnDefault: string | null;
};

const typesByUdt: Readonly<Record<string, string>> = {
  int2: 'number',
  int4: 'number',
  int8: 'bigint',
  float4: 'number',
  float8: 'number',
  text: 'string',
  varchar: 'string',
  uuid: 'string',
  bool: 'boolean',
  date: 'string',
  timestamptz: 'string',
  bytea: 'Uint8Array',
  jsonb: 'Json',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
};

function toCamelCase(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function toPascalCase(name: string): string {
  const camel = toCamelCase(name);
  return camel.slice(0, 1).toUpperCase() + camel.slice(1);
}

function renderColumn(column: Column): string {
  const base = typesByUdt[column.udtName];
  if (base === undefined) {
    throw new Error(`No TypeScript type for ${column.tableName}.${column.columnName}: ${column.udtName}`);
  }
  const type = column.isNullable === 'YES' ? `${base} | null` : base;
  const rendered = column.columnDefault === null ? type : `Generated<${type}>`;
  return `  ${toCamelCase(column.columnName)}: ${rendered};`;
}

const header = `import type { ColumnType, Generated } from 'kysely';

// Written by \`npm run db:types\` from the migrations. Do not edit.

/** Read as parsed JSON; written as JSON text (\`JSON.stringify\`), which both drivers take alike. */
type Json = ColumnType<unknown, string, string>;
`;

/** The module \`schema.ts\`: one type per table and \`Database\`, from a migrated database's own catalogue. */
export async function renderSchema(db: Db): Promise<string> {
  const { rows } = await sql<Column>`
    select table_name, column_name, udt_name, is_nullable, column_default
    from information_schema.columns
    where table_schema = 'public' and table_name <> 'schema_migration'
    order by table_name, ordinal_position`.execute(db);
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.tableName, [...(tables.get(row.tableName) ?? []), row]);
  const types = [...tables].map(
    ([table, columns]) => `export type ${toPascalCase(table)}Table = {\n${columns.map(renderColumn).join('\n')}\n};\n`,
  );
  const members = [...tables.keys()].map((table) => `  ${toCamelCase(table)}: ${toPascalCase(table)}Table;`);
  return [header, ...types, `export type Database = {\n${members.join('\n')}\n};\n`].join('\n');
}
