import type { Compilable, CompiledQuery } from 'kysely'
import type { Reader } from './schema.ts'

/** Stands for a value while a statement is composed. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const places = new Proxy({}, { get: (_, name) => new Place(String(name)) })

/**
 * A statement of every request, composed once for each kind of store: to compose and compile it takes as long again as to run
 * it on SQLite. Its text is the same whatever the values are, so it is prepared once as well.
 *
 * @param compose composes it. It gets a place for each value, which it can only put into the statement: it can't look at it
 * @returns runs it, and resolves to its rows
 * @see docs/decisions/store.md
 */
export function statement<Values extends object, Row>(
  compose: (db: Reader, value: Values) => Compilable<Row>,
): (db: Reader, values: Values) => Promise<Row[]> {
  // The compiler is of the store's dialect, with what it leaves out.
  const compiled = new WeakMap<object, CompiledQuery<Row>>()
  return async (db, values) => {
    const dialect = db.getExecutor().adapter.constructor
    const known = compiled.get(dialect) ?? compose(db, places as Values).compile()
    compiled.set(dialect, known)
    const parameters = known.parameters.map((one) => (one instanceof Place ? given(values, one) : one))
    const { rows } = await db.executeQuery<Row>({ ...known, parameters })
    return rows
  }
}

function given(values: object, { name }: Place): unknown {
  const value = (values as Record<string, unknown>)[name]
  if (value === undefined) throw new Error(`The statement has no value for ${name}`)
  return value
}
