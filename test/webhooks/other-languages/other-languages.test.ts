import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Vector, vectors } from '../../../packages/sdk/src/webhooks/testing/vectors.ts'

const samples = join(import.meta.dirname, '../../../examples/verify')
const here = import.meta.dirname

/** The deliveries that an HMAC can decide: without keys, and not refused for what the body says. */
const cases = vectors.cases.filter(({ jwks, refused }) => !jwks && refused !== 'body_invalid')

/** The way of running the sample of each language on the deliveries in its standard input; `folder` is empty at first. */
const languages: Record<string, { needs: string; run(folder: string): [string, ...string[]] }> = {
  Python: { needs: 'python3', run: () => ['python3', '-B', join(here, 'run.py'), samples] },
  Ruby: { needs: 'ruby', run: () => ['ruby', join(here, 'run.rb'), samples] },
  PHP: { needs: 'php', run: () => ['php', join(here, 'run.php'), samples] },
  Java: {
    needs: 'javac',
    run(folder) {
      must(spawnSync('javac', ['-d', folder, join(samples, 'Verify.java'), join(here, 'Run.java')]))
      return ['java', '-cp', folder, 'Run']
    },
  },
  Go: {
    needs: 'go',
    run(folder) {
      mkdirSync(join(folder, 'run'))
      writeFileSync(join(folder, 'go.mod'), 'module example/verify\n\ngo 1.19\n')
      cpSync(join(samples, 'verify.go'), join(folder, 'verify.go'))
      cpSync(join(here, 'main.go'), join(folder, 'run/main.go'))
      const env = { ...process.env, GOCACHE: join(folder, 'cache'), GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' }
      must(spawnSync('go', ['build', '-o', 'check', './run'], { cwd: folder, env }))
      return [join(folder, 'check')]
    },
  },
}

test.for(Object.entries(languages))(
  'the sample in %s accepts what a receiver must accept, and refuses the rest',
  { timeout: 180_000 },
  ([_, { needs, run }], { skip }) => {
    skip(spawnSync(needs, ['--version']).error !== undefined, `${needs} is not installed`)
    const folder = mkdtempSync(join(tmpdir(), 'sendoff-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const [command, ...parameters] = run(folder)
    const { stdout, stderr } = spawnSync(command, parameters, { input: cases.map(lineOf).join(''), encoding: 'utf8' })
    expect(stderr).toBe('')
    const verdicts = stdout.trim().split('\n')
    const reached = cases.map(({ name }, i) => `${name}: ${verdicts[i]}`)
    expect(reached).toEqual(cases.map(({ name, refused }) => `${name}: ${refused ? 'refused' : 'accepted'}`))
  },
)

/** One line: the time, the body, the secrets and the headers. */
function lineOf({ now, body_base64, secrets, headers }: Vector): string {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    valuesOf(value).map((one) => `${name}=${base64(one)}`),
  )
  return `${[now, body_base64, secrets.map(base64).join(), ...pairs].join('\t')}\n`
}

function valuesOf(value: Vector['headers'][string]): readonly string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  if ('repeat' in value) return [value.repeat.repeat(value.times) + value.last]
  return value
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

function must({ status, stderr }: { status: number | null; stderr: Buffer }): void {
  if (status !== 0) throw new Error(String(stderr))
}
