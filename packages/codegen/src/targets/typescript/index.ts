import type { Target } from '../target.ts'
import { binaryDecodeFile, binaryEncodeFile } from './binary.ts'
import { clientJsonFile } from './client.ts'
import { clientErrorsFile } from './client-errors.ts'
import { errorsFile } from './errors.ts'
import { jsonDecodeFile, jsonEncodeFile } from './json.ts'
import { rolesOf } from './roles.ts'
import { eventsFile, httpFile, operationsFile } from './tables.ts'
import { enumsFile, messagesFile } from './types.ts'

/** Plain interfaces and functions: no classes, no reflection, nothing that a bundler cannot drop. */
export const typescript: Target = (contract) => {
  const roles = rolesOf(contract)
  return [
    { path: 'messages.ts', content: messagesFile(contract.messages) },
    { path: 'enums.ts', content: enumsFile(contract.enums) },
    { path: 'json-encode.ts', content: jsonEncodeFile(contract, roles) },
    { path: 'json-decode.ts', content: jsonDecodeFile(contract, roles) },
    { path: 'binary-encode.ts', content: binaryEncodeFile(contract, roles) },
    { path: 'binary-decode.ts', content: binaryDecodeFile(contract, roles) },
    { path: 'client-json.ts', content: clientJsonFile(contract, roles) },
    { path: 'client-errors.ts', content: clientErrorsFile(contract.errors) },
    { path: 'operations.ts', content: operationsFile(contract.operations) },
    { path: 'events.ts', content: eventsFile(contract.events) },
    { path: 'http.ts', content: httpFile(contract.httpOperations) },
    { path: 'errors.ts', content: errorsFile(contract.errors) },
  ]
}
