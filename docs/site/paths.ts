import { fileURLToPath } from 'node:url'

/** The folder of the site's sources. */
export const docsFolder = fileURLToPath(new URL('..', import.meta.url))

/** The folder of the packages. */
export const packagesFolder = fileURLToPath(new URL('../../packages', import.meta.url))

/** Where the API reference is written. Not committed. */
export const apiFolder = fileURLToPath(new URL('../api', import.meta.url))

/** Where the pages of the contract are written. Not committed. */
export const contractFolder = fileURLToPath(new URL('../protocol/reference', import.meta.url))
