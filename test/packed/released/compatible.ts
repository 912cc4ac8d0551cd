/** Tells by types what would break a program that was written for an older version. What is added breaks nothing. */

type Keys<T> = T extends unknown ? keyof T & string : never
type At<T, Key> = T extends unknown ? (Key extends keyof T ? T[Key] : never) : never
type Nullish<T> = Extract<T, null | undefined>
type Widened<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T

/** Where `New` can't be read as `Old` is: a member is gone, may be missing now, is of another type, or has lost a value. */
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

/** Where what was given as `Old` is not taken as `New`. Requests are closed, so a member that is gone is refused. */
export type Ungivable<Old, New, What extends string> =
  | ([Old] extends [New] ? never : `${What}: not taken any more`)
  | (Exclude<Keys<Old>, Keys<New>> extends infer Gone extends string ? `${What}: ${Gone} is gone` : never)

/** Those of `Old` that `New` has not. */
export type Gone<Old extends string, New extends string, What extends string> =
  Exclude<Old, New> extends infer Name extends string ? `${What} ${Name} is gone` : never

/** A type argument that has to be `never`; the compiler's error names what is in it. */
export type Nothing<Broken extends never> = Broken
