import { describe, expect, it } from 'vitest'
import type { ErrorCode } from './model.ts'
import { byNumber, httpSigns, realtimeSigns } from './signs.ts'

const errors: ErrorCode[] = [
  {
    code: 'bad_input',
    docs: '',
    realtime: [{ code: 3, message: undefined }],
    http: [{ grpc: 3, status: 400, message: undefined }],
  },
  { code: 'party_full', docs: '', realtime: [{ code: 3, message: 'party full' }], http: [] },
  {
    code: 'not_found',
    docs: '',
    realtime: [],
    http: [{ grpc: undefined, status: 404, message: 'Not' }],
  },
]

describe('how a server says errors', () => {
  it('is tried by a message before by any message', () => {
    expect(realtimeSigns(errors)).toEqual([
      { code: 'party_full', number: 3, beginning: 'party full' },
      { code: 'bad_input', number: 3, beginning: '' },
    ])
  })

  it('over HTTP goes by the gRPC code, or the status where there is none', () => {
    expect(httpSigns(errors).map(({ number }) => number)).toEqual([404, 3])
    expect(httpSigns(errors, ({ status }) => status).map(({ number }) => number)).toEqual([404, 400])
  })

  it('is put together by number', () => {
    expect(byNumber(httpSigns(errors)).map(([number, signs]) => [number, signs.length])).toEqual([
      [3, 1],
      [404, 1],
    ])
  })
})
