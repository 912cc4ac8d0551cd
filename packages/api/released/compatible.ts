/** Computes, by types, the changes that would break a program that was written for an older version. Additions break nothing. */

type Keys<T> = T extends unknown ? keyof T & string : never
type At<T, Key> = T extends unknown ? (Key extends keyof T ? T[Key] : never) : never
type Nullish<T> = Extract<T, null | undefined>
type Widened<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T

/** The places where `New` can't be read like `Old`: a member is gone, may be missing, has another type, or lost a value. */
export type Unreadable<Old, New, Path extends string> =
  | ([Nullish<New>] extends [Nullish<Old>] ? never : `${Path} may be missing`)
  | UnreadableValue<NonNullable<Old>, NonNullable<New>, Path>

type UnreadableValue<Old, New, Path extends string> = [Old] extends [never]
  ? never
  : [New] extends [never]
    ? `${Path} may be missing`
    : [Old] extends [readonly (infer OldItem)[]]
      ? [New] extends [readonly (infer NewItem)[]]
        ? Unreadable<OldItem, NewItem, `${Path}[]`>
        : `${Path} is another type`
      : [Old] extends [object]
        ? [New] extends [object]
          ? { [Key in Keys<Old>]: UnreadableMember<Old, New, Key, `${Path}.${Key}`> }[Keys<Old>]
          : `${Path} is another type`
        : [Widened<New>] extends [Widened<Old>]
          ? [Old] extends [New]
            ? never
            : `${Path} has lost a value`
          : `${Path} is another type`

type UnreadableMember<Old, New, Key extends string, Path extends string> = string extends Key
  ? never
  : Key extends Keys<New>
    ? Unreadable<At<Old, Key>, At<New, Key>, Path>
    : `${Path} is gone`

/** The places where `New` does not accept an `Old`. Requests are closed, so a member that is gone is refused. */
export type Ungivable<Old, New, What extends string> =
  | ([Old] extends [New] ? never : `${What}: not taken any more`)
  | (Exclude<Keys<Old>, Keys<New>> extends infer Gone extends string ? `${What}: ${Gone} is gone` : never)

/** The members of `Old` that `New` lacks. */
export type Gone<Old extends string, New extends string, What extends string> =
  Exclude<Old, New> extends infer Name extends string ? `${What} ${Name} is gone` : never

/** A type argument that must be `never`; the compiler's error names its content. */
export type Nothing<Broken extends never> = Broken
