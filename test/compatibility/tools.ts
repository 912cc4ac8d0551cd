/** A tool that reads the contract. */
export type Tool = {
  /** Its package, in the version of tools/package-lock.json. */
  package: string
  /** The use of the tool, for the table. */
  makes: string
  /** The arguments of the command that generates from `openapi.json` into `generated/`, the command first. */
  generate?: [command: string, ...args: string[]]
  /** The program that calls the server, in programs/: `.ts` is compiled strictly, too. */
  program?: `${string}.ts` | `${string}.mjs`
  /** A sentence for the table. */
  remark?: string
}

/** The steps of a tool, in their order. */
export const STEPS = ['generates', 'compiles', 'calls'] as const
export type Step = (typeof STEPS)[number]

const CLIENT = 'TypeScript client'

export const TOOLS: Tool[] = [
  {
    package: '@hey-api/openapi-ts',
    makes: CLIENT,
    generate: ['openapi-ts', '--input', 'openapi.json', '--output', 'generated'],
    program: 'hey-api.ts',
  },
  { package: 'orval', makes: CLIENT, generate: ['orval', '--config', 'orval.config.mjs'], program: 'orval.ts' },
  {
    package: '@kubb/plugin-client',
    makes: CLIENT,
    generate: ['kubb', 'generate', '--config', 'kubb.config.mjs'],
    program: 'kubb.ts',
    remark:
      'Its client returns a refusal with the type of a success, and sends JSON without `Content-Type`, which `setConfig` adds.',
  },
  {
    package: 'oazapfts',
    makes: CLIENT,
    generate: ['oazapfts', 'openapi.json', 'generated/client.ts'],
    program: 'oazapfts.ts',
  },
  {
    package: 'swagger-typescript-api',
    makes: CLIENT,
    generate: [
      'swagger-typescript-api',
      'generate',
      '--path',
      'openapi.json',
      '--output',
      'generated',
      '--generate-union-enums',
    ],
    program: 'swagger-typescript-api.ts',
    remark: 'With `--generate-union-enums`. It throws refusals, whose type TypeScript does not know.',
  },
  {
    package: 'openapi-client-axios',
    makes: 'client at run time, and its types',
    remark:
      'Axios writes a list as `types[]=`; `paramsSerializer: { indexes: null }` leaves the brackets out, here and in zodios.',
    generate: ['typegen', 'openapi.json'],
    program: 'openapi-client-axios.ts',
  },
  {
    package: 'openapi-fetch',
    makes: 'TypeScript client, with the types of openapi-typescript',
    generate: ['openapi-typescript', 'openapi.json', '--output', 'generated/contract.ts'],
    program: 'openapi-fetch.ts',
  },
  {
    package: 'typed-openapi',
    makes: CLIENT,
    generate: ['typed-openapi', 'openapi.json', '--output', 'generated/client.ts'],
    program: 'typed-openapi.ts',
  },
  {
    package: 'openapi-zod-client',
    makes: 'TypeScript client that checks with zod',
    generate: ['openapi-zod-client', 'openapi.json', '--output', 'generated/client.ts', '--export-schemas'],
    program: 'openapi-zod-client.ts',
  },
  { package: 'swagger-client', makes: 'client at run time', program: 'swagger-client.mjs' },
  {
    package: 'openapi-to-postmanv2',
    makes: 'Postman collection, sent by Newman',
    program: 'openapi-to-postmanv2.mjs',
  },
  {
    package: '@stoplight/prism-cli',
    makes: 'proxy that validates requests and answers',
    program: 'prism.mjs',
  },
  {
    package: 'express-openapi-validator',
    makes: 'Express server that validates requests and answers',
    program: 'express-openapi-validator.mjs',
  },
  {
    package: '@stoplight/spectral-cli',
    makes: 'lint, with the rules `spectral:oas`, warnings included',
    generate: ['spectral', 'lint', 'openapi.json', '--ruleset', 'spectral.yaml', '--fail-severity', 'hint'],
    remark: 'It finds nothing.',
  },
]
