import type { Target } from '../target.ts'
import { errorsFile } from './errors.ts'
import { enumsFile, jsonFile, messagesFile } from './messages.ts'
import { rolesOf } from './roles.ts'
import { eventsFile, httpFile, operationsFile } from './tables.ts'
import { unityMeta } from './unity.ts'

/** Classes with properties, and tables of calls. No reflection: Unity strips what nobody names. */
export const csharp: Target = (contract) => {
  const roles = rolesOf(contract)
  const files = [
    { path: 'Messages.cs', content: messagesFile(contract) },
    { path: 'MessagesJson.cs', content: jsonFile(contract, roles) },
    { path: 'Enums.cs', content: enumsFile(contract.enums) },
    { path: 'Operations.cs', content: operationsFile(contract.operations) },
    { path: 'ServerEvents.cs', content: eventsFile(contract.events) },
    { path: 'HttpOperations.cs', content: httpFile(contract.httpOperations, contract.messages) },
    { path: 'Errors.cs', content: errorsFile(contract.errors) },
  ]
  const metas = files.map(({ path }) => ({
    path: `${path}.meta`,
    content: unityMeta(`Runtime/Generated/${path}`),
  }))
  return [...files, ...metas]
}
