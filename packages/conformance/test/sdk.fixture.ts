import { readFileSync } from 'node:fs'
import { describe } from 'vitest'
import { definition } from '../src/adapter/schema.ts'
import { Fields } from '../src/files/fields.ts'
import { parseYaml } from '../src/files/yaml.ts'
import { pathOf, type Sdk } from '../toolchains/sdk.ts'
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
