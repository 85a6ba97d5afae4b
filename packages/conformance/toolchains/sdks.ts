import { csharp } from '../adapters/csharp/sdk.ts'
import { defold } from '../adapters/defold/sdk.ts'
import { godot4 } from '../adapters/godot4/sdk.ts'
import type { Sdk } from './sdk.ts'

/** The SDKs in other languages. */
export const sdks: readonly Sdk[] = [csharp, defold, godot4]
