import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe } from 'vitest'
import type { OpenLink } from '../src/adapter/link.ts'
import { processLink } from '../src/adapter/process-link.ts'
import { definition } from '../src/adapter/schema.ts'
import { webSocketLink } from '../src/adapter/web-socket-link.ts'
import { Fields } from '../src/files/fields.ts'
import { parseYaml } from '../src/files/yaml.ts'
import type { SuiteOptions } from '../src/suite.ts'
import { type Adapter, pathOf, type Sdk } from '../toolchains/sdk.ts'
import { findTool } from '../toolchains/tools.ts'

/** Tests of an SDK. Without its tools they are left out, and say so; in CI that is a failure. */
export function describeSdk({ name, language, tools }: Sdk, body: () => void): void {
  const missing = tools.filter((tool) => findTool(tool) === undefined).map((tool) => tool.name)
  if (missing.length === 0) {
    describe(`the SDK for ${language}`, body)
    return
  }
  const advice = `needs ${missing.join(', ')}: packages/conformance/toolchains/install.sh ${name} installs it on Debian`
  if (process.env['CI']) throw new Error(`the SDK for ${language} ${advice}`)
  process.stderr.write(`\nleft out: the SDK for ${language} ${advice}\n`)
  describe.skip(`the SDK for ${language} (${advice})`, body)
}

/** What an SDK says in `features.yaml` of each feature: that it can, or why it cannot. */
export function featuresOf({ name }: Sdk): { features: string[]; limits: Record<string, string> } {
  const file = `packages/conformance/adapters/${name}/features.yaml`
  const fields = new Fields(parseYaml(file, readFileSync(pathOf(file), 'utf8')), file).allow(
    'features',
    'limits',
  )
  const limits = new Fields(fields.optionalObject('limits'), `${file}, limits`)
  return {
    features: fields.texts('features'),
    limits: Object.fromEntries(limits.keys.map((feature) => [feature, limits.text(feature)])),
  }
}

/** Every feature that the contract knows. */
export function allFeatures(): string[] {
  const kinds = definition('feature')?.oneOf ?? []
  return kinds.flatMap((kind) => [...(kind.enum ?? []), ...('const' in kind ? [kind.const] : [])]).map(String)
}

/** An adapter as the client of a suite. */
export function asClient({ line, command }: Adapter): Pick<SuiteOptions, 'client' | 'onListening'> {
  if (line === 'stdio') return { client: command.map((word) => `"${word}"`).join(' ') }
  return { client: 'ws:0', onListening: (url) => void connect(command, url) }
}

/** A line to an adapter. */
export function linkTo({ line, command }: Adapter): OpenLink {
  if (line === 'stdio') return processLink(command.map((word) => `"${word}"`).join(' '))
  return webSocketLink(0, (url) => void connect(command, url))
}

/** Starts a program that connects to the runner. It ends with the connection. */
function connect([program, ...args]: Adapter['command'], url: string): ChildProcess {
  return spawn(program, [...args, url], { stdio: ['ignore', 'ignore', 'inherit'] })
}
