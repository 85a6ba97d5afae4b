extends RefCounted
## Exponential backoff with full jitter: each wait is drawn anew from the whole range between nothing and
## the longest wait, so that clients that lost a server together do not come back together.


## Milliseconds to wait, or -1 to give up.
static func full_jitter(options: PartyOptions, attempt: PartyReconnectAttempt) -> float:
	if attempt.elapsed_ms >= options.reconnect_give_up_after_ms:
		return -1.0
	var longest := minf(options.reconnect_cap_ms, options.reconnect_base_ms * pow(2.0, attempt.retry_count))
	return attempt.random * longest


## The policy that the options ask for.
static func decide(options: PartyOptions, attempt: PartyReconnectAttempt) -> float:
	if not options.reconnect:
		return -1.0
	if options.reconnect_policy.is_valid():
		var wait: Variant = options.reconnect_policy.call(attempt)
		return wait if wait is float or wait is int else -1.0
	return full_jitter(options, attempt)
