// The parts of the last released contract that a program could no longer rely on. The compiler's error names the place; README.md
// says what to do then.
import type * as now from '@sendoff/api'
import type { Gone, Nothing, Ungivable, Unreadable } from './compatible.ts'
import type * as then from './last/api/index.ts'

type Id = then.OperationId & now.OperationId
type CodeOf<Problem> = Problem extends { code: infer Code extends string } ? Code : never
type Callers<Operation extends { callers: readonly unknown[] }> = Operation['callers'][number]

export type Operations = Nothing<
  | Gone<then.OperationId, now.OperationId, 'operation'>
  | {
      [Each in Id]:
        | Ungivable<then.PathOf<Each>, now.PathOf<Each>, `${Each} in its path`>
        | Ungivable<then.QueryOf<Each>, now.QueryOf<Each>, `${Each} in its query`>
        | Ungivable<then.BodyOf<Each>, now.BodyOf<Each>, `${Each} in its body`>
        | Unreadable<then.ReplyOf<Each>['body'], now.ReplyOf<Each>['body'], Each>
        | Gone<CodeOf<then.ProblemOf<Each>>, CodeOf<now.ProblemOf<Each>>, `${Each}: code`>
        | ([Callers<(typeof then.operations)[Each]>] extends [Callers<(typeof now.operations)[Each]>]
            ? never
            : `${Each} needs another token`)
    }[Id]
>

type Code = then.ProblemCode & now.ProblemCode
export type Problems = Nothing<
  | Gone<then.ProblemCode, now.ProblemCode, 'problem'>
  | {
      [Each in Code]: Unreadable<
        Extract<then.AnyProblem, { code: Each }>,
        Extract<now.AnyProblem, { code: Each }>,
        `problem ${Each}`
      >
    }[Code]
>

type Type = then.EventType & now.EventType
export type Events = Nothing<
  | Gone<then.EventType, now.EventType, 'event'>
  | { [Each in Type]: Unreadable<then.EventOf<Each>, now.EventOf<Each>, `event ${Each}`> }[Type]
>

export type Scopes = Nothing<Gone<then.Scope, now.Scope, 'scope'>>
