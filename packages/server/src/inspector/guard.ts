/**
 * Whether a request comes from the page itself, or from somebody who opens it, and not from another page in the same
 * browser: such a page can reach addresses of this machine, under names of its own choosing too.
 */
export function isTrusted(request: Request, ownHost: string): boolean {
  const host = request.headers.get('host') ?? ''
  if (!isOwnName(hostnameOf(host), ownHost)) return false
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== `http://${host}`) return false
  const site = request.headers.get('sec-fetch-site')
  if (site === null || site === 'same-origin' || site === 'none') return true
  // A link on another page may lead here; nothing else on it may.
  return request.method === 'GET' && request.headers.get('sec-fetch-mode') === 'navigate'
}

/** Names that nobody else can point at this machine. */
function isOwnName(hostname: string, ownHost: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === ownHost.toLowerCase() ||
    /^\d+\.\d+\.\d+\.\d+$/.test(hostname) ||
    hostname.startsWith('[')
  )
}

function hostnameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
}
