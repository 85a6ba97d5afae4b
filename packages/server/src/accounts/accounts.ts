import type { Clock } from '@party/protocol'
import { ApiError } from '../api-error.ts'
import { type IdSource, randomIds } from '../ids.ts'
import { type Offload, offloadAtOnce } from '../offload.ts'
import type { RandomSource } from '../random.ts'
import { type Account, type Store, StoreConflictError } from '../store/store.ts'
import type { SignedIn } from '../tokens/session-service.ts'
import { defaultPasswordIterations, hashPassword, verifyPassword } from './password.ts'
import {
  checkCustomId,
  checkDeviceId,
  checkEmail,
  checkNewPassword,
  checkPassword,
  checkUsername,
} from './validation.ts'

export interface AccountServiceOptions {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomSource
  /** Where user ids come from; `random` by default. */
  readonly ids?: IdSource | undefined
  /** How passwords are hashed: at once by default. */
  readonly offload?: Offload | undefined
  /** Rounds of key derivation for new passwords; `defaultPasswordIterations` by default. */
  readonly passwordIterations?: number | undefined
}

/** How somebody wants to sign in, apart from the proof. */
export interface SignIn {
  /** Whether to create the account when there is none. */
  readonly create: boolean
  /** User name for a new account; empty for a random one. */
  readonly username: string
}

/** What an account is created with, beside what every account has. */
type Credentials = Partial<Pick<Account, 'customId' | 'deviceIds' | 'email' | 'passwordHash'>>

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * Who players are, and how they prove it: by a custom id, a device id, or an address or name with a password.
 * Texts and codes of every refusal are Nakama's. Every `signIn…` rejects with an {@link ApiError}: 3 for input that
 * cannot be right, 5 for an account that is not there and not to be created, 6 for a user name that is taken, 7 for
 * a banned account, 16 for a wrong password.
 */
export class AccountService {
  readonly #store: Store
  readonly #clock: Clock
  readonly #random: RandomSource
  readonly #ids: IdSource
  readonly #offload: Offload
  readonly #passwordIterations: number

  constructor(options: AccountServiceOptions) {
    this.#store = options.store
    this.#clock = options.clock
    this.#random = options.random
    this.#ids = options.ids ?? randomIds(options.random)
    this.#offload = options.offload ?? offloadAtOnce
    this.#passwordIterations = options.passwordIterations ?? defaultPasswordIterations
  }

  /** By an id of the game's choice: 6 to 128 bytes. */
  async signInCustom(customId: string, signIn: SignIn): Promise<SignedIn> {
    checkCustomId(customId)
    return this.#findOrCreate(() => this.#store.findByCustomId(customId), { customId }, signIn)
  }

  /** By the id of a device: 10 to 128 bytes. */
  async signInDevice(deviceId: string, signIn: SignIn): Promise<SignedIn> {
    checkDeviceId(deviceId)
    return this.#findOrCreate(() => this.#store.findByDeviceId(deviceId), { deviceIds: [deviceId] }, signIn)
  }

  /**
   * By an address, whose letter case does not matter, and a password of at least 8 bytes. An empty address signs in
   * by `username` and password; that never creates an account.
   */
  async signInEmail(address: string, password: string, signIn: SignIn): Promise<SignedIn> {
    if (address !== '') checkEmail(address)
    checkPassword(password)
    if (address === '' && signIn.username === '') {
      throw ApiError.invalidArgument('Username is required when email address is not supplied.')
    }
    checkUsername(signIn.username)
    if (address === '') {
      return this.#admitWithPassword(await this.#store.findByUsername(signIn.username), password)
    }
    const email = address.toLowerCase()
    const find = () => this.#store.findByEmail(email)
    const known = await find()
    if (known !== undefined || !signIn.create) return this.#admitWithPassword(known, password)
    checkNewPassword(password)
    const passwordHash = await this.#offload(() =>
      hashPassword(password, this.#random, this.#passwordIterations),
    )
    const { account, created } = await this.#create(find, { email, passwordHash }, signIn)
    return created ? signedIn(account, true) : this.#admitWithPassword(account, password)
  }

  /** The ids of those users that exist, named by id or by user name, each once. */
  async findUserIds(userIds: readonly string[], usernames: readonly string[]): Promise<string[]> {
    const found = await Promise.all([
      ...userIds.map((userId) => this.#store.findByUserId(userId)),
      ...usernames.map((username) => this.#store.findByUsername(username)),
    ])
    return [...new Set(found.flatMap((account) => account?.userId ?? []))]
  }

  async #admitWithPassword(account: Account | undefined, password: string): Promise<SignedIn> {
    if (account === undefined) throw ApiError.notFound('User account not found.')
    refuseBanned(account)
    const { passwordHash } = account
    const isRight =
      passwordHash !== undefined && (await this.#offload(() => verifyPassword(password, passwordHash)))
    if (!isRight) throw ApiError.unauthenticated('Invalid credentials.')
    return signedIn(account, false)
  }

  async #findOrCreate(
    find: () => Promise<Account | undefined>,
    credentials: Credentials,
    signIn: SignIn,
  ): Promise<SignedIn> {
    checkUsername(signIn.username)
    const known = await find()
    if (known === undefined && !signIn.create) throw ApiError.notFound('User account not found.')
    const { account, created } =
      known === undefined ? await this.#create(find, credentials, signIn) : { account: known, created: false }
    refuseBanned(account)
    return signedIn(account, created)
  }

  async #create(
    find: () => Promise<Account | undefined>,
    credentials: Credentials,
    { username }: SignIn,
  ): Promise<{ account: Account; created: boolean }> {
    const account: Account = {
      userId: this.#ids.next('user'),
      username: username === '' ? this.#randomUsername() : username,
      customId: undefined,
      deviceIds: [],
      email: undefined,
      passwordHash: undefined,
      banned: false,
      createTimeMs: this.#clock.now(),
      ...credentials,
    }
    try {
      await this.#store.createAccount(account)
      return { account, created: true }
    } catch (error) {
      if (!(error instanceof StoreConflictError)) throw error
      // Two requests of one new player at once, as a game that starts twice sends them: the later one signs in
      // to what the earlier one has created.
      const other = await find()
      if (other !== undefined) return { account: other, created: false }
      throw ApiError.alreadyExists('Username is already in use.')
    }
  }

  #randomUsername(): string {
    return Array.from(this.#random.bytes(10), (byte) => letters[byte % letters.length]).join('')
  }
}

function refuseBanned(account: Account): void {
  if (account.banned) throw ApiError.permissionDenied('User account banned.')
}

function signedIn({ userId, username }: Account, created: boolean): SignedIn {
  return { userId, username, created }
}
