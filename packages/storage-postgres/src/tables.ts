import { storageFault } from '@linli/storage';
import type { ClientBase } from 'pg';

/** The tables of one community, as they are written into statements: quoted, with their schema. */
export interface Tables {
  readonly entries: string;
  readonly commits: string;
  /** One row: the revision of the last commit. Whoever commits locks it, so commits of one community come one by one. */
  readonly head: string;
}

/** Per table its columns. `C` on a UTF-8 server is code point order. */
const columns = {
  entries: 'key text C, revision bigint, value text',
  commits: 'id text C, revision bigint, body text',
  head: 'single boolean, revision bigint',
};

type Names = Readonly<Record<keyof typeof columns, string>>;
const parts = ['entries', 'commits', 'head'] as const;

/** The names that belong to `table`; the longest fits the server's 63 bytes. @throws Fault `storage/cannot-open` */
export function namesOf(table: string): Names {
  const refuse = (why: string): never => {
    throw storageFault('storage/cannot-open', `the table name ${JSON.stringify(table)} ${why}`);
  };
  if (typeof table !== 'string' || !/^[a-z][a-z0-9_]{0,39}$/.test(table))
    refuse('is not 1 to 40 of a-z, 0-9 and _, with a letter first');
  if (table.startsWith('pg_')) refuse('begins with pg_, as the names of the server itself do');
  return { entries: table, commits: `${table}_commits`, head: `${table}_head` };
}

/** Per table the columns in which no two rows are alike: an `on conflict` stands on them, which takes none that is deferrable. */
const keys = { entries: 'key', commits: 'id', head: 'single' };

interface Found {
  readonly name: string;
  readonly schema: string;
  readonly kind: string;
  readonly columns: string | null;
  readonly keyed: boolean;
  readonly readable: boolean;
}

const isTable = ({ kind }: Found): boolean => kind === 'r' || kind === 'p';

/** The tables, made where none of them is there: looking needs no right but to connect. @throws Fault */
export async function openTables(client: ClientBase, names: Names): Promise<Tables> {
  const found = await lookFor(client, names);
  if (found !== undefined) return found;
  try {
    return await makeTables(client, names);
  } catch (error) {
    // Another process made them in between; or the name is taken by what is no table.
    if (!['23505', '42P07', '42710'].includes((error as { code?: string }).code ?? '')) throw error;
    await client.query('rollback');
    const made = await lookFor(client, names);
    if (made !== undefined) return made;
    throw storageFault('storage/not-ours', `the name ${names.entries} is taken by another program`, error);
  }
}

const inSchema = (schema: string, { entries, commits, head }: Names): Tables => {
  const quoted = `"${schema.replaceAll('"', '""')}"`;
  return { entries: `${quoted}."${entries}"`, commits: `${quoted}."${commits}"`, head: `${quoted}."${head}"` };
};

/** Undefined where nothing has any of the names. */
async function lookFor(client: ClientBase, names: Names): Promise<Tables | undefined> {
  const { rows } = await client.query<Found>(
    `select name, nspname as schema, relkind as kind, has_table_privilege(c.oid, 'select') as readable,
       (select string_agg(attname || ' ' || format_type(atttypid, atttypmod) || coalesce(' ' || collname, ''), ', ' order by attnum)
        from pg_attribute left join pg_collation l on l.oid = attcollation and collname <> 'default'
        where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
       coalesce((select bool_and(indimmediate) from pg_index i join pg_attribute a on a.attrelid = indrelid and a.attnum = indkey[0]
        where indrelid = c.oid and indisunique and indisvalid and indnkeyatts = 1 and indpred is null and attname = key), false)
        as keyed
     from unnest($1::text[], $2::text[]) as wanted (name, key)
     join pg_class c on c.oid = to_regclass(quote_ident(name))
     join pg_namespace n on n.oid = relnamespace`,
    [parts.map((part) => names[part]), parts.map((part) => keys[part])],
  );
  if (rows.length === 0) return undefined;
  const tableOf = (part: keyof Names): Found | undefined => rows.find(({ name }) => name === names[part]);
  for (const part of parts) {
    const table = tableOf(part);
    if (table === undefined || (isTable(table) && table.columns === columns[part])) continue;
    // Of two communities `x` and `x_head` one has to go without, and it is the second.
    const isNeighbours = isTable(table) && Object.values(columns).some((each) => each === table.columns);
    if (isNeighbours) throw storageFault('storage/cannot-open', `${names[part]} is a table of another community`);
    throw storageFault('storage/not-ours', `${names[part]} belongs to another program`);
  }
  const missing = parts.find((part) => tableOf(part) === undefined);
  if (missing !== undefined || new Set(rows.map(({ schema }) => schema)).size > 1) {
    throw storageFault(
      'storage/damaged',
      `of the tables of ${names.entries}, ${names[missing ?? 'head']} is not with the others`,
    );
  }
  const keyless = parts.find((part) => tableOf(part)?.keyed === false);
  if (keyless !== undefined) throw storageFault('storage/damaged', `the table ${names[keyless]} has lost its key`);
  const entries = tableOf('entries') as Found;
  if (!entries.readable) throw storageFault('storage/cannot-open', `this role may not read the table ${names.entries}`);
  const tables = inSchema(entries.schema, names);
  // A role that only reads needs no right on the head, and never commits.
  if (tableOf('head')?.readable === true) await checkHead(client, tables);
  return tables;
}

/** With no row nothing could be committed, and with two each commit would be written twice. */
async function checkHead(client: ClientBase, { head }: Tables): Promise<void> {
  const { rows } = await client.query(`select from ${head} limit 2`);
  if (rows.length !== 1) {
    throw storageFault('storage/damaged', `the table ${head} has ${rows.length === 0 ? 'lost its row' : 'more than one row'}`);
  }
}

/** All three or none. */
async function makeTables(client: ClientBase, names: Names): Promise<Tables> {
  const { rows } = await client.query<{ schema: string | null }>('select current_schema() as schema');
  const schema = rows[0]?.schema;
  if (schema == null) throw storageFault('storage/cannot-open', 'there is no schema in which this role could make tables');
  const tables = inSchema(schema, names);
  await client.query(`
    begin isolation level read committed;
    create table ${tables.entries} (key text collate "C" primary key, revision bigint not null, value text not null);
    create table ${tables.commits} (id text collate "C" primary key, revision bigint not null, body text not null);
    create table ${tables.head} (single boolean primary key default true check (single), revision bigint not null);
    insert into ${tables.head} (revision) values (0);
    commit;
  `);
  return tables;
}
