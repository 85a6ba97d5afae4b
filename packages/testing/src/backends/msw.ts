import { CapabilityError } from '../capabilities.ts'
import { type Backend, ownServer } from './backend.ts'

/** Mock Service Worker, in Node and in a browser. */
export const mswBackend: Backend = {
  can: ownServer,
  limits: {},
  open() {
    return Promise.reject(new CapabilityError('server', 'the msw backend is not part of this version'))
  },
}
