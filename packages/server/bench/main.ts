import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { helpText, type Options, readOptions } from './options.ts'
import { Bench, type Part } from './part.ts'
import { parts } from './parts/index.ts'
import { circumstances, jsonReport, line, lineHead, markdownReport } from './report.ts'
import type { Row } from './row.ts'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.help) return void process.stdout.write(helpText)
  const bench = new Bench(options)
  const rows: Row[] = []
  process.stdout.write(lineHead)
  for (const part of chosen(options)) {
    const found = await part.run(bench)
    for (const row of found) process.stdout.write(line(row))
    rows.push(...found)
  }
  if (options.out !== undefined) await write(options.out, options, rows)
}

function chosen({ only, other }: Options): Part[] {
  const unknown = only.find((name) => !parts.some((part) => part.name === name))
  if (unknown !== undefined) {
    throw new Error(`there is no part ${unknown}; there are ${parts.map(({ name }) => name).join(', ')}`)
  }
  return parts.filter(
    (part) => (only.length === 0 || only.includes(part.name)) && (part.isOverNetwork || other === undefined),
  )
}

async function write(folder: string, { other }: Options, rows: readonly Row[]): Promise<void> {
  const run = circumstances(other?.url ?? 'this one')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'bench.json'), jsonReport(run, rows))
  await writeFile(join(folder, 'bench.md'), markdownReport(run, rows))
}

main().catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
