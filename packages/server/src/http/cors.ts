/** Methods a browser may use from anywhere, as Nakama allows them; the first three need no mention in the answer. */
const plainMethods = ['GET', 'HEAD', 'POST']
const methods = [...plainMethods, 'PUT', 'DELETE']
/** Headers a browser may send anyway, and those it may send once it has asked. */
const plainHeaders = ['Accept', 'Accept-Language', 'Content-Language', 'Origin']
const headers = ['Authorization', 'Content-Type', 'User-Agent']

/**
 * Answers a preflight, or any other `OPTIONS` request: none ever reaches the API. Empty, with 200 for what is allowed
 * and for a request without an origin, 400 for one that does not name its method, 405 for a method and 403 for a
 * header that is not allowed.
 */
export function preflight(request: Request): Response {
  if (isSameOrigin(request)) return new Response(null)
  const method = request.headers.get('access-control-request-method')
  if (method === null) return new Response(null, { status: 400 })
  if (!methods.includes(method)) return new Response(null, { status: 405 })
  const asked = (request.headers.get('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => canonicalHeader(name.trim()))
    .filter((name) => name !== '' && !plainHeaders.includes(name))
  if (!asked.every((name) => headers.includes(name))) return new Response(null, { status: 403 })
  const response = allowOrigin(request, new Response(null))
  if (asked.length > 0) response.headers.set('access-control-allow-headers', asked.join(','))
  if (!plainMethods.includes(method)) response.headers.set('access-control-allow-methods', method)
  return response
}

/** Lets any page read the response; one that is asked for without an origin needs no leave. */
export function allowOrigin(request: Request, response: Response): Response {
  if (!isSameOrigin(request)) response.headers.set('access-control-allow-origin', '*')
  return response
}

function isSameOrigin(request: Request): boolean {
  return (request.headers.get('origin') ?? '') === ''
}

/** `content-type` → `Content-Type`. */
function canonicalHeader(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())
}
