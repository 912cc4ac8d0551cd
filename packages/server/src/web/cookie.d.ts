/** The part of the package that is used. Its types come with version 1, and Express brings version 0.7. */
declare module 'cookie' {
  /** Parses a `Cookie` header (RFC 6265 section 5.4). The first of two cookies with the same name counts. */
  export function parse(header: string): Record<string, string | undefined>
}
