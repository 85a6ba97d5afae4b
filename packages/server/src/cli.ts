#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import {
  type CommandLine,
  helpText,
  mergeOverrides,
  parseCommandLine,
  readConfigDocument,
  UsageError,
} from './cli/options.ts'
import { lineLogger } from './cli/stderr-logger.ts'
import { ConfigError } from './config.ts'
import { listen } from './hosts/node.ts'
import { PartyServer } from './server.ts'

/** The first signal stops the server in order; a second one, of an impatient user, stops it at once. */
async function main(): Promise<void> {
  const line = parseCommandLine(process.argv.slice(2))
  if (line.help) {
    process.stdout.write(helpText())
    return
  }
  const logger = lineLogger(line.log, (text) => process.stderr.write(text))
  const store = line.data === undefined ? undefined : await openStore(line.data)
  const server = new PartyServer({
    config: mergeOverrides(await readConfigFile(line), line.overrides),
    logger,
    ...(store === undefined ? {} : { store }),
  })
  const inspector = line.inspect === undefined ? undefined : await openInspector(server, line.inspect.host)
  const page = inspector === undefined ? undefined : await listen(inspector.page, line.inspect)
  const address = { host: line.host, port: line.port }
  const host = await listen(inspector?.players ?? server, address).catch(async (error) => {
    await page?.close()
    throw error
  })
  if (inspector !== undefined) inspector.url = host.url
  if (page !== undefined) process.stdout.write(`party-server inspector is at ${page.url}/\n`)
  process.stdout.write(`party-server ${server.config.name} listens on ${host.url}\n`)

  const stop = async (): Promise<void> => {
    await page?.close()
    await host.close()
    await store?.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      logger.info('stopping', { signal })
      stop().catch(fail)
    })
  }
}

async function openInspector(server: PartyServer, host: string) {
  const { Inspector } = await import('./inspector/inspector.ts')
  const { readPage } = await import('./cli/page-files.ts')
  const files = await readPage(new URL('./inspector/page/', import.meta.url))
  return new Inspector(server, { host, files })
}

async function openStore(file: string) {
  const { openSqliteStore } = await import('./store/sqlite.ts')
  return openSqliteStore(file)
}

async function readConfigFile({ config }: CommandLine) {
  if (config === undefined) return {}
  const text = await readFile(config, 'utf8').catch((error: Error) => {
    throw new UsageError(`--config: ${error.message}`)
  })
  try {
    return readConfigDocument(parse(text))
  } catch (error) {
    throw new UsageError(`${config}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function fail(error: unknown): void {
  const isUsage = error instanceof UsageError || error instanceof ConfigError
  const text =
    error instanceof Error ? (isUsage ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`party-server: ${text}\n${isUsage ? 'See party-server --help.\n' : ''}`)
  process.exitCode = isUsage ? 2 : 1
}

main().catch(fail)
