import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { onSqlite } from '../support/platform.ts'

const deploy = join(import.meta.dirname, '../../deploy')
const read = (file: string) => readFileSync(join(deploy, file), 'utf8')
const alerts: { alert: string; expr: string }[] = parse(read('prometheus/alerts.yml')).groups[0].rules
const panels: { title: string; targets: { expr: string }[] }[] = JSON.parse(read('grafana/sendoff.json')).panels
const expressions = [
  ...alerts.map(({ expr }) => expr),
  ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
]
const namesIn = (text: string) => text.match(/\b(sendoff|nodejs|process)_[a-z0-9_]+/g) ?? []

onSqlite((platform) => {
  test('every metric of the alerts and of the dashboard is one that a server has', async () => {
    const { body } = await platform().get('/metrics')
    const known = new Set(
      [...body.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name, type]) =>
        type === 'histogram' ? [`${name}_bucket`] : [name],
      ),
    )
    const named = expressions.flatMap(namesIn)
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })
})

test('the alerts have the metrics and the limits of the operator’s guide', () => {
  const guide = readFileSync(join(deploy, '../docs/guides/operator.md'), 'utf8')
  const told = [...guide.matchAll(/^\| (`.*?(?:sendoff|nodejs)_.*?) \| (\d+ \w+) \|/gm)].map(
    ([, metric = '', wait = '']) => [namesIn(metric)[0], wait.replace(' min', 'm').replace(' h', 'h')],
  )
  const rules = parse(read('prometheus/alerts.yml')).groups[0].rules as { expr: string; for: string }[]
  const held = rules.map((rule) => [namesIn(rule.expr)[0], rule.for])
  expect(told.length).toBeGreaterThan(5)
  expect(held).toEqual(expect.arrayContaining(told))
})

const noPromtool = spawnSync('promtool', ['--version']).error && 'no promtool: install the package prometheus'

describe('promtool takes the files', () => {
  beforeEach(({ skip }) => skip(noPromtool !== undefined, noPromtool))

  test.each([
    ['check', 'rules', 'alerts.yml'],
    ['test', 'rules', 'alerts.test.yml'],
    ['check', 'config', '--syntax-only', 'prometheus.yml'],
  ])('%s %s %s', (...args) => {
    const { status, stdout, stderr } = spawnSync('promtool', args, {
      cwd: join(deploy, 'prometheus'),
      encoding: 'utf8',
    })
    expect(status, stdout + stderr).toBe(0)
  })
})
