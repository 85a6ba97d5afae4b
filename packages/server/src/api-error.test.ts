import { describe, expect, it } from 'vitest'
import { ApiError, httpStatusOf } from './api-error.ts'

describe('ApiError', () => {
  it.each([
    [0, 200],
    [1, 499],
    [2, 500],
    [3, 400],
    [4, 504],
    [5, 404],
    [6, 409],
    [7, 403],
    [8, 429],
    [9, 400],
    [10, 409],
    [11, 400],
    [12, 501],
    [13, 500],
    [14, 503],
    [15, 500],
    [16, 401],
    [17, 500],
    [-1, 500],
    [1.5, 500],
  ])('gives gRPC code %d the HTTP status %d', (code, status) => {
    expect(httpStatusOf(code)).toBe(status)
  })

  it('passes on what a function throws, with its code', () => {
    const coded = ApiError.fromFunction(Object.assign(new Error('too poor'), { code: 9 }))
    expect([coded.message, coded.grpcCode, coded.httpStatus]).toEqual(['too poor', 9, 400])
    expect(ApiError.fromFunction({ message: 'plain', code: 7 }).grpcCode).toBe(7)
  })

  it('takes 13 for a function that throws without a usable code', () => {
    for (const thrown of [new Error('x'), { message: 'x', code: 0 }, { message: 'x', code: 'ENOENT' }, 'x']) {
      const error = ApiError.fromFunction(thrown)
      expect([error.message, error.grpcCode]).toEqual(['x', 13])
    }
  })

  it('leaves an ApiError as it is', () => {
    const error = ApiError.notFound('gone')
    expect(ApiError.fromFunction(error)).toBe(error)
  })
})
