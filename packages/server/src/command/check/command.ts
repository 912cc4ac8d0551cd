import { outputTo, styles } from '@sendoff/cli/terminal'
import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { EXIT } from '../exit.ts'
import { globalFlags } from '../flags.ts'
import type { Texts } from '../texts/en.ts'
import type { Finding } from './finding.ts'

/** `sendoff-server check`: checks the settings, tries everything that they name, and prints the needs of a balancer. */
export const check = (texts: Texts) =>
  buildCommand<GlobalFlags, [], Context>({
    docs: { brief: texts.check.brief },
    parameters: { flags: globalFlags(texts) },
    async func(flags) {
      const [{ checkEverything }, { hasColours }] = await Promise.all([
        import('./everything.ts'),
        import('@sendoff/cli/terminal'),
      ])
      const { findings, balancer } = await checkEverything(this.env, flags.config, texts)
      const count = (status: Finding['status']) => findings.filter((one) => one.status === status).length
      const [wrong, warnings] = [count('wrong'), count('warning')]
      const paint = styles(!flags.json && hasColours(flags.color, this.stdout, this.env))
      const t = texts.check
      outputTo(this, flags).document({ ok: wrong === 0, findings, balancer }, () => [
        ...findings.flatMap(({ check, status, detail, action }) => [
          `${paint(COLOURS[status], t[status])}  ${t.names[check]}: ${detail}`,
          ...(action ? [`    ${action}`] : []),
        ]),
        ...(balancer ? ['', t.balancer.title, ...t.balancer.lines(balancer).map((line) => `  ${line}`)] : []),
        '',
        t.summary(wrong, warnings),
      ])
      if (wrong > 0) this.process.exitCode = EXIT.refused
    },
  })

const COLOURS = { ok: 'green', warning: 'yellow', wrong: 'red' } as const
