import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type RootOperationNode,
  ValueListNode,
  ValueNode,
} from 'kysely'

/**
 * Writes the constants of a statement into its text, and leaves places for values alone. SQLite uses a partial index only for a constant
 * that it knows: for `status = ?` it looks at the value, and so prepares the statement again for each run, which takes five times as long
 * as running it. PostgreSQL can't use such an index in a plan that it keeps.
 *
 * @param isPlace true for a value that is not known yet
 */
export function writeConstants(isPlace: (value: unknown) => boolean): KyselyPlugin {
  const writer = new ConstantWriter(isPlace)
  return {
    transformQuery: ({ node, queryId }): RootOperationNode => writer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  }
}

class ConstantWriter extends OperationNodeTransformer {
  readonly #isPlace: (value: unknown) => boolean

  constructor(isPlace: (value: unknown) => boolean) {
    super()
    this.#isPlace = isPlace
  }

  protected override transformValue(node: ValueNode): ValueNode {
    return this.#isPlace(node.value) ? node : ValueNode.createImmediate(node.value)
  }

  protected override transformPrimitiveValueList({ values }: PrimitiveValueListNode): PrimitiveValueListNode {
    // The compiler writes both lists alike, and only the values of this one can be constants.
    return ValueListNode.create(values.map((value) => ValueNode.createImmediate(value))) as never
  }
}
