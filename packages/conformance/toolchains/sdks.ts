import type { Sdk } from './sdk.ts'

/** The SDKs in other languages. */
export const sdks: readonly Sdk[] = []
