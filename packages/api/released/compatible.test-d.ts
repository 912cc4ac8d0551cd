// The breaks that the comparison of versions finds, and the changes that it allows. Checked by tsc; nothing here runs.
import { expectTypeOf } from 'vitest'
import type { Gone, Nothing, Ungivable, Unreadable } from './compatible.ts'

type Old = { id: string; state: 'open' | 'closed'; at?: string; by: { name: string | null }[] }
type Read<New> = Unreadable<Old, New, 'it'>

// Additions: members, values of an enumeration, members of list items. A member that was optional may become required.
expectTypeOf<Read<Old>>().toBeNever()
expectTypeOf<
  Read<{ id: string; state: 'open' | 'closed' | 'held'; at: string; by: { name: string; age: 1 }[]; n: null }>
>().toBeNever()

expectTypeOf<Read<Omit<Old, 'id'>>>().toEqualTypeOf<'it.id is gone'>()
expectTypeOf<Read<Omit<Old, 'id'> & { id: number }>>().toEqualTypeOf<'it.id is another type'>()
expectTypeOf<Read<Omit<Old, 'id'> & { id?: string }>>().toEqualTypeOf<'it.id may be missing'>()
expectTypeOf<Read<Omit<Old, 'id'> & { id: string | null }>>().toEqualTypeOf<'it.id may be missing'>()
expectTypeOf<Read<Omit<Old, 'state'> & { state: 'open' }>>().toEqualTypeOf<'it.state has lost a value'>()
expectTypeOf<Read<Omit<Old, 'by'> & { by: object[] }>>().toEqualTypeOf<'it.by[].name is gone'>()
expectTypeOf<Read<Omit<Old, 'by'> & { by: string }>>().toEqualTypeOf<'it.by is another type'>()
expectTypeOf<Read<undefined>>().toEqualTypeOf<'it may be missing'>()

type Given = { id: string; note?: string }
type Give<New> = Ungivable<Given, New, 'call'>
expectTypeOf<Give<{ id: string; note?: string; more?: number }>>().toBeNever()
expectTypeOf<Give<{ id: string; note?: string; more: number }>>().toEqualTypeOf<'call: not taken any more'>()
expectTypeOf<Give<{ id: string; note: string }>>().toEqualTypeOf<'call: not taken any more'>()
expectTypeOf<Give<{ id: string }>>().toEqualTypeOf<'call: note is gone'>()

expectTypeOf<Gone<'a' | 'b', 'a' | 'c', 'scope'>>().toEqualTypeOf<'scope b is gone'>()

export type Fine = Nothing<never>
// @ts-expect-error what is broken is an error
export type Broken = Nothing<'it.id is gone'>
