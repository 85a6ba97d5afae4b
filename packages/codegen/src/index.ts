export type * from './model.ts'
export { plugin } from './plugin.ts'
