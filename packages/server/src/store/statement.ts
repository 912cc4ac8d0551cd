import { type Compilable, type CompiledQuery, type Insertable, type RawBuilder, sql } from 'kysely'
import { writeConstants } from './constants.ts'
import { EachRow } from './each-row.ts'
import { heldConnection } from './held-connection.ts'
import type { Reader, Schema } from './schema.ts'

/** Composes a place in a statement for the value with a name. */
export type Placing<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>

/** A value that is not known yet when its statement is composed. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const place = (name: string) => sql.val(new Place(name))

const constants = writeConstants((value) => value instanceof Place)

/**
 * A frequent statement, composed once for each kind of store: composing and compiling it takes as long again as running it on SQLite.
 * Its text contains its constants and does not depend on the values, so it is also prepared once.
 *
 * @param compose composes it with a place for each value, for example `$ => … .where('org_id', '=', $('orgId'))`
 * @returns a function that runs it and resolves to its rows
 */
export function statement<Values extends object, Row>(
  compose: (db: Reader, $: Placing<Values>) => Compilable<Row>,
): (db: Reader, values: Values) => Promise<Row[]> {
  return composedOnce((db) => compose(db, place as Placing<Values>))
}

/** A {@link statement} that inserts one whole row into a table. */
export function insertRow<Table extends keyof Schema>(
  table: Table,
): (db: Reader, row: Insertable<Schema[Table]>) => Promise<unknown[]> {
  return composedOnce((db, row) => {
    const places = Object.fromEntries(Object.keys(row).map((column) => [column, place(column)]))
    return db.insertInto(table).values(places as never) as Compilable<unknown>
  })
}

/**
 * A {@link statement} that changes rows, for SQLite, which runs it for each of several values.
 *
 * @returns a function that resolves to the number of rows that were changed with each of the values
 */
export function statementForEach<Values extends object>(
  compose: (db: Reader, $: Placing<Values>) => Compilable<unknown>,
): (db: Reader, all: readonly Values[]) => Promise<number[]> {
  const compiled = compiledOnce((db) => compose(db, place as Placing<Values>))
  return async (db, all) => {
    const known = compiled(db, undefined)
    const { rows } = await (heldConnection(db) ?? db).executeQuery<number>(
      new EachRow(
        known,
        all.map((values) => parametersOf(known, values)),
      ),
    )
    return rows
  }
}

/** A {@link statementForEach} that inserts rows with some columns into a table. */
export function insertEachRow<Row extends object>(table: keyof Schema, columns: readonly (keyof Row & string)[]) {
  return statementForEach<Row>((db, $) => {
    const places = Object.fromEntries(columns.map((column) => [column, $(column)]))
    return db.insertInto(table).values(places as never) as Compilable<unknown>
  })
}

function composedOnce<Values extends object, Row>(compose: (db: Reader, values: Values) => Compilable<Row>) {
  const compiled = compiledOnce(compose)
  return async (db: Reader, values: Values): Promise<Row[]> => {
    const known = compiled(db, values)
    const { rows } = await (heldConnection(db) ?? db).executeQuery<Row>({
      ...known,
      parameters: parametersOf(known, values),
    })
    return rows
  }
}

function compiledOnce<Values, Row>(compose: (db: Reader, values: Values) => Compilable<Row>) {
  // The compiler belongs to the store's dialect, with the parts that it leaves out.
  const compiled = new WeakMap<object, CompiledQuery<Row>>()
  return (db: Reader, values: Values): CompiledQuery<Row> => {
    const dialect = db.getExecutor().adapter.constructor
    const known = compiled.get(dialect) ?? compose(db.withPlugin(constants) as Reader, values).compile()
    compiled.set(dialect, known)
    return known
  }
}

const parametersOf = ({ parameters }: CompiledQuery, values: object): unknown[] =>
  parameters.map((one) => (one instanceof Place ? given(values, one) : one))

function given(values: object, { name }: Place): unknown {
  const value = (values as Record<string, unknown>)[name]
  if (value === undefined) throw new Error(`The statement has no value for ${name}`)
  return value
}
