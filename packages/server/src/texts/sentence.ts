import type { ProblemCode, Schemas } from '@sendoff/api'
import { fill, type Language, texts } from './texts.ts'

/** The detail of a problem with its specifics, so that it can be understood alone, for example in a log. */
export function sentenceOf(
  code: ProblemCode,
  { errors, errors_omitted = 0, required_scopes }: Specifics,
  language: Language,
): string {
  const { problems, additions } = texts[language]
  const [first, ...others] = errors ?? []
  const count = others.length + errors_omitted
  const comma = language === 'en' ? ', ' : '、'
  return [
    problems[code].detail,
    first && fill(additions.first_fault, first),
    count > 0 && fill(additions.more_faults, { count: String(count) }),
    required_scopes && fill(additions.required_scopes, { scopes: required_scopes.join(comma) }),
  ]
    .filter(Boolean)
    .join('')
}

/** Describes the refusal of something that was to be done later, from its code; null if it did not fail. */
export function describeFailure(failure: string | null, language: Language = 'en'): Schemas['Failure'] | null {
  if (failure === null) return null
  const code = failure as ProblemCode
  return { code, title: texts[language].problems[code].title, detail: sentenceOf(code, {}, language) }
}

type Specifics = {
  errors?: Schemas['InvalidRequest']['errors'] | undefined
  errors_omitted?: number | undefined
  required_scopes?: readonly string[] | undefined
}
