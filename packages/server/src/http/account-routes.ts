import {
  type AccountCustom,
  type AccountDevice,
  accountCustomFromJson,
  accountDeviceFromJson,
  accountEmailFromJson,
  type JsonReader,
  sessionLogoutRequestFromJson,
  sessionRefreshRequestFromJson,
  sessionTokensToJson,
} from '@party/protocol'
import type { SignIn } from '../accounts/accounts.ts'
import { decodeBody } from './body.ts'
import { gameRoute, type Input, playerRoute, type Route } from './route.ts'
import type { HttpServices } from './services.ts'

/** Signing in, refreshing and logging out. */
export function accountRoutes(services: HttpServices): Route[] {
  const { accounts, sessions } = services
  return [
    gameRoute(services, 'authenticateCustom', {
      decode: (input) => decodeSignIn(input, accountCustomFromJson),
      run: async (request) => {
        const { id, vars } = request.account ?? noAccount
        return sessions.open(await accounts.signInCustom(id, signInOf(request)), vars)
      },
      encode: sessionTokensToJson,
    }),
    gameRoute(services, 'authenticateDevice', {
      decode: (input) => decodeSignIn(input, accountDeviceFromJson),
      run: async (request) => {
        const { id, vars } = request.account ?? noAccount
        return sessions.open(await accounts.signInDevice(id, signInOf(request)), vars)
      },
      encode: sessionTokensToJson,
    }),
    gameRoute(services, 'authenticateEmail', {
      decode: (input) => decodeSignIn(input, accountEmailFromJson),
      run: async (request) => {
        const { email, password, vars } = request.account ?? { email: '', password: '', vars: {} }
        return sessions.open(await accounts.signInEmail(email, password, signInOf(request)), vars)
      },
      encode: sessionTokensToJson,
    }),
    gameRoute(services, 'refreshSession', {
      decode: ({ body }) => decodeBody(body, sessionRefreshRequestFromJson),
      run: ({ token, vars }) => sessions.refresh(token, vars),
      encode: sessionTokensToJson,
    }),
    playerRoute(services, 'logoutSession', {
      decode: ({ body }) => decodeBody(body, sessionLogoutRequestFromJson),
      run: async ({ token, refreshToken }, { userId }) => {
        await sessions.logout(userId, token, refreshToken)
        return {}
      },
      encode: () => '{}',
    }),
  ]
}

/** A hook may have taken the account away. */
const noAccount: AccountCustom & AccountDevice = { id: '', vars: {} }

function decodeSignIn<Account>({ query, body }: Input, reader: JsonReader<Account>) {
  return {
    account: decodeBody(body, reader),
    create: query.bool('create'),
    username: query.string('username') ?? '',
  }
}

function signInOf(request: { create: boolean | undefined; username: string }): SignIn {
  return { create: request.create ?? true, username: request.username }
}
