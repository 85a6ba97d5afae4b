import { limits } from '@party/protocol'
import { JsonSyntaxError, parseJsonObject } from '../../json-syntax.ts'

const utf8 = new TextEncoder()

/**
 * Says in Nakama's words why a text cannot be a party's label, or nothing when it can: a label is empty or a
 * JSON object of at most 2048 bytes.
 */
export function labelFault(label: string): string | undefined {
  if (label === '') return undefined
  if (utf8.encode(label).length > limits.maxLabelBytes) return 'party label too long'
  try {
    parseJsonObject(label)
    return undefined
  } catch (error) {
    if (error instanceof JsonSyntaxError) return `failed to unmarshal party label: ${error.message}`
    throw error
  }
}
