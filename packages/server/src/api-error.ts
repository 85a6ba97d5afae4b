/** gRPC's status codes, which Nakama answers with over HTTP, inside the body of an error. */
export const grpcCode = {
  ok: 0,
  canceled: 1,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
  resourceExhausted: 8,
  failedPrecondition: 9,
  aborted: 10,
  outOfRange: 11,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
  dataLoss: 15,
  unauthenticated: 16,
} as const

/** Position = gRPC code. */
const httpStatuses = [200, 499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401]

/** The HTTP status that goes with a gRPC status code; 500 for a number that is none. */
export function httpStatusOf(code: number): number {
  return httpStatuses[code] ?? 500
}

/**
 * A call that ends with an error the client is told about: `{"code": grpcCode, "message": message}` with
 * `httpStatus`. Texts and codes are Nakama's.
 */
export class ApiError extends Error {
  /** One of `grpcCode`. */
  readonly grpcCode: number
  /** The HTTP status, as `httpStatusOf` gives it. */
  readonly httpStatus: number

  constructor(code: number, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ApiError'
    this.grpcCode = code
    this.httpStatus = httpStatusOf(code)
  }

  static invalidArgument(message: string): ApiError {
    return new ApiError(grpcCode.invalidArgument, message)
  }

  static notFound(message: string): ApiError {
    return new ApiError(grpcCode.notFound, message)
  }

  static alreadyExists(message: string): ApiError {
    return new ApiError(grpcCode.alreadyExists, message)
  }

  static permissionDenied(message: string): ApiError {
    return new ApiError(grpcCode.permissionDenied, message)
  }

  static unauthenticated(message: string): ApiError {
    return new ApiError(grpcCode.unauthenticated, message)
  }

  static unimplemented(message: string): ApiError {
    return new ApiError(grpcCode.unimplemented, message)
  }

  /** Something of the server's own has failed; `cause` stays on the server. */
  static internal(message: string, cause?: unknown): ApiError {
    return new ApiError(grpcCode.internal, message, cause === undefined ? undefined : { cause })
  }

  /**
   * What a game's own function (a hook, an RPC function) has thrown, as Nakama's runtime passes it on: the
   * message as it is, and the error's `grpcCode` or `code` when that is a gRPC code other than 0, else 13.
   */
  static fromFunction(thrown: unknown): ApiError {
    if (thrown instanceof ApiError) return thrown
    return new ApiError(codeOf(thrown), messageOf(thrown), { cause: thrown })
  }
}

function codeOf(thrown: unknown): number {
  const code = property(thrown, 'grpcCode') ?? property(thrown, 'code')
  const isGrpcCode = typeof code === 'number' && code !== grpcCode.ok && httpStatuses[code] !== undefined
  return isGrpcCode ? code : grpcCode.internal
}

function messageOf(thrown: unknown): string {
  const message = property(thrown, 'message') ?? thrown
  return typeof message === 'string' ? message : 'Internal Server Error'
}

function property(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined
}
