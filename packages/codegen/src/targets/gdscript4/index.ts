import type { Target } from '../target.ts'
import { errorCodesFile, errorSignsFile } from './errors.ts'
import { messagesFile } from './messages.ts'
import { eventsFile, httpFile, operationsFile } from './tables.ts'

/** Typed GDScript of Godot 4: one class with all messages inside, and tables for the hand-written half. */
export const gdscript4: Target = (contract) => [
  { path: 'party_api.gd', content: messagesFile(contract) },
  { path: 'party_error_code.gd', content: errorCodesFile(contract.errors) },
  { path: 'error_signs.gd', content: errorSignsFile(contract.errors) },
  { path: 'operations.gd', content: operationsFile(contract) },
  { path: 'socket_events.gd', content: eventsFile(contract.events) },
  { path: 'http_operations.gd', content: httpFile(contract.httpOperations) },
]
