/**
 * The parts of the command line that know nothing of Sendoff's API, for `sendoff-server`, which is bundled with them. Not for users: the
 * published package does not export them.
 */
export { applicationText, type ParserTexts } from './errors/application-text.ts'
export { EXIT, Failure, usage } from './errors/failure.ts'
export { type Asking, askUnseen, confirm } from './output/ask.ts'
export { type Colour, hasColours, styles } from './output/colours.ts'
export { type Output, outputTo } from './output/output.ts'
export { type Language, languageOf, textsOf } from './texts/language.ts'
export { plain } from './values/plain.ts'
export { endWithReader, flagOf, type GlobalNames, processCodeOf, withGlobalFlagsLast } from './words.ts'
