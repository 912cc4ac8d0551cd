const KINDS = Symbol.for('@sendoff/sdk/kinds')

/**
 * An error that `instanceof` also recognises by the class of another copy of the package: a program may have one as ES modules and one as
 * CommonJS.
 */
export abstract class KindError extends Error {
  /** The name of the class, which a bundler does not shorten. */
  declare static readonly kind: string

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.kind
    const kinds: string[] = []
    for (let one = new.target; one.kind; one = Object.getPrototypeOf(one)) kinds.push(one.kind)
    Object.defineProperty(this, KINDS, { value: kinds })
  }
}

// Not a member of the class, of which TypeScript would ask that it narrows.
Object.defineProperty(KindError, Symbol.hasInstance, { value: isOfKind })

function isOfKind(this: typeof KindError, error: unknown): boolean {
  // A program's own subclass has no kind of its own.
  if (!Object.hasOwn(this, 'kind')) return Function.prototype[Symbol.hasInstance].call(this, error)
  return Boolean((error as { [KINDS]?: string[] } | null | undefined)?.[KINDS]?.includes(this.kind))
}
