import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { queries } from '../session/queries.ts'

type Options<Result> = {
  /** Called after the act is done, and before the screens read again. */
  onDone?: (result: Result) => void
}

/**
 * An act of a form. The key that makes it happen once belongs to the form and to what was filled in: pressing a second time, or again
 * after no answer came, does nothing twice. Everything that is shown is read again afterwards.
 */
export function useAct<Input, Result>(
  act: (input: Input, options: { idempotencyKey: string }) => Promise<Result>,
  { onDone }: Options<Result> = {},
): UseMutationResult<Result, Error, Input> {
  const kept = useRef<{ input: string; key: string } | undefined>(undefined)
  return useMutation({
    mutationFn: (input: Input) => {
      const text = JSON.stringify(input)
      if (kept.current?.input !== text) kept.current = { input: text, key: newKey() }
      return act(input, { idempotencyKey: kept.current.key })
    },
    onSuccess: (result) => {
      kept.current = undefined
      onDone?.(result)
      void queries.invalidateQueries()
    },
  })
}

/** 128 random bits in hexadecimal; `randomUUID` needs a secure context. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
