#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs'
import { ProgramError } from './adapter/program.ts'
import { readCases } from './cases/files.ts'
import { type CliOptions, type ReportRequest, readOptions, UsageError, usage } from './cli/options.ts'
import { Progress } from './cli/progress.ts'
import { FileError } from './files/fields.ts'
import { type KnownFailure, loadKnownFailures } from './known-failures.ts'
import { consoleReport } from './report/console.ts'
import { isGood } from './report/count.ts'
import { jsonReport } from './report/json.ts'
import { junitReport } from './report/junit.ts'
import { markdownReport } from './report/markdown.ts'
import { runSuite, type SuiteResult } from './suite.ts'

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args)
    if (options === undefined) return print(usage)
    if (options.isList) return print(listing())
    await checkServers(options.servers)
    const result = await run(options)
    for (const report of options.reports) write(report, result)
    if (!result.records.some(({ outcome }) => outcome !== 'skipped'))
      throw new UsageError('there was nothing to run')
    return isGood(result.records, result.stale) ? 0 : 1
  } catch (error) {
    if (error instanceof UsageError || error instanceof FileError || error instanceof ProgramError) {
      process.stderr.write(`${error.message}\n`)
      return 2
    }
    throw error
  }
}

async function run(options: CliOptions): Promise<SuiteResult> {
  const progress = new Progress(process.stderr)
  const result = await runSuite({
    ...options,
    selection: options,
    knownFailures: readKnownFailures(options.knownFailing),
    onListening: (url) => process.stderr.write(`waiting for the program at ${url}\n`),
    onRun: (server, total) => progress.begin(server, total),
    onDone: ({ id, outcome }) => {
      progress.step(id, outcome === 'failed')
      return undefined
    },
  })
  progress.end()
  return result
}

function readKnownFailures(file: string | undefined): KnownFailure[] {
  if (file === undefined) return []
  try {
    return loadKnownFailures(file, readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof FileError) throw error
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`)
  }
}

/** Every case would fail with a server that is not there; saying so once is better. */
async function checkServers(servers: readonly string[]): Promise<void> {
  for (const server of servers) {
    if (!server.startsWith('http')) continue
    await fetch(new URL('/healthcheck', server)).catch((error) => {
      throw new UsageError(`no server answers at ${server}: ${reasonOf(error)}`)
    })
  }
}

function write({ kind, file }: ReportRequest, result: SuiteResult): void {
  const text = textOf(kind, result)
  if (file === undefined) process.stdout.write(text)
  else writeFileSync(file, text)
}

function textOf(kind: ReportRequest['kind'], result: SuiteResult): string {
  if (kind === 'json') return jsonReport(result)
  if (kind === 'junit') return junitReport(result)
  return kind === 'markdown' ? markdownReport(result.records) : consoleReport(result)
}

function listing(): string {
  return readCases()
    .map(({ id, why, needs, control }) => {
      const server = control.length > 0 ? `\n  server: ${control.join(', ')}` : ''
      return `${id}\n  ${why}\n  client: ${needs.join(', ')}${server}\n`
    })
    .join('')
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

/** `fetch` hides what went wrong in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : reasonOf(error.cause)
}
