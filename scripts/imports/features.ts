import type { Sources } from './read.ts'

/**
 * Finds the imports with which the tests of one feature use another feature's files, in place of helpers in `support`.
 *
 * @param sources the files under `test`, of which each folder is a feature
 * @returns a fault for each
 */
export const acrossFeatures = ({ imports }: Pick<Sources, 'imports'>): string[] =>
  imports
    .filter(({ from, to }) => featureOf(to) !== 'support' && featureOf(to) !== featureOf(from))
    .map(({ from, to }) => `${from} → ${to}: only helpers in support are shared across features`)

const featureOf = (path: string) => path.split('/', 1)[0]
