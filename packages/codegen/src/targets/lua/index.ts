import type { Target } from '../target.ts'
import { readFile } from './read.ts'
import { rolesOf } from './roles.ts'
import { enumsFile, errorsFile, eventsFile, httpFile, operationsFile } from './tables.ts'
import { typesFile } from './types.ts'
import { writeFile } from './write.ts'

/** Modules for Lua 5.1: plain tables and functions, and annotations for editors. */
export const lua: Target = (contract) => {
  const roles = rolesOf(contract)
  return [
    { path: 'types.lua', content: typesFile(contract) },
    { path: 'read.lua', content: readFile(roles) },
    { path: 'write.lua', content: writeFile(roles) },
    { path: 'operations.lua', content: operationsFile(contract) },
    { path: 'events.lua', content: eventsFile(contract.events) },
    { path: 'http.lua', content: httpFile(contract) },
    { path: 'errors.lua', content: errorsFile(contract.errors) },
    { path: 'enums.lua', content: enumsFile(contract.enums) },
  ]
}
