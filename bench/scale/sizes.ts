import pg from 'pg'

/** The rows of each table, and its bytes including indexes. */
export type Sizes = Map<string, { rows: number; bytes: number }>

/** Counts the content of a database after a full vacuum: the least that it can take. */
export async function sizesOf(url: string): Promise<Sizes> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    await db.query('vacuum full')
    const { rows: tables } = await db.query<{ name: string; bytes: string }>(
      `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    )
    const sizes: Sizes = new Map()
    for (const { name, bytes } of tables) {
      const { rows } = await db.query<{ count: string }>(`select count(*) from ${pg.escapeIdentifier(name)}`)
      sizes.set(name, { rows: Number(rows[0]?.count), bytes: Number(bytes) })
    }
    return sizes
  } finally {
    await db.end()
  }
}

/** The growth between two counts. */
export const added = (before: Sizes, after: Sizes): Sizes =>
  new Map(
    [...after].map(([table, { rows, bytes }]) => [
      table,
      { rows: rows - (before.get(table)?.rows ?? 0), bytes: bytes - (before.get(table)?.bytes ?? 0) },
    ]),
  )
