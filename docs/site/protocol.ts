import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConstants, readContract } from './contract.ts'
import { contractFolder, packagesFolder } from './paths.ts'
import { callsPage } from './protocol/calls.ts'
import { errorsPage } from './protocol/errors.ts'
import { httpPage } from './protocol/http.ts'
import { limitsPage } from './protocol/limits.ts'
import { messagesPage } from './protocol/messages.ts'

/** Writes what the contract says, and who keeps to it, as pages of the site. */
export async function generateProtocol(): Promise<void> {
  const contract = readContract()
  const pages: Readonly<Record<string, string>> = {
    'matrix.md': await conformancePage('MATRIX.md'),
    'nakama-js.md': await conformancePage('adapters/nakama-js/FINDINGS.md'),
    'calls.md': callsPage(contract),
    'messages.md': messagesPage(contract),
    'http.md': httpPage(contract),
    'errors.md': errorsPage(contract),
    'limits.md': limitsPage(readConstants('limits'), readConstants('close-codes')),
  }
  await rm(contractFolder, { recursive: true, force: true })
  await mkdir(contractFolder, { recursive: true })
  for (const [name, text] of Object.entries(pages)) await writeFile(join(contractFolder, name), text)
}

/** A page of the conformance suite. Its links lead to files beside it, which the site has only some of. */
async function conformancePage(path: string): Promise<string> {
  const text = await readFile(join(packagesFolder, 'conformance', path), 'utf8')
  return text.replace(/\[([^\]]+)\]\((?!https?:|#)([^)]+)\)/g, (_, label: string, target: string) =>
    target.endsWith('nakama-js/FINDINGS.md') ? `[${label}](nakama-js.md)` : label,
  )
}
