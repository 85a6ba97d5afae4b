extends RefCounted
## Why a WebSocket could not be opened. A WebSocket does not say, so the same address is asked once more,
## without the upgrade: the server looks at the token first, and answers 401 when it does not take it and
## 400 when only the upgrade is missing.


static func explain(options: PartyOptions, path: String, ending: PartyCallOptions) -> PartyError:
	var reply: Variant = await options.http.request(
		options, HTTPClient.METHOD_GET, path, PackedStringArray(), "", ending
	)
	if reply is PartyError:
		return PartyError.new(PartyErrorCode.CONNECTION_FAILED, reply.message)
	if reply.status == 401:
		var error := PartyError.new(PartyErrorCode.UNAUTHENTICATED, reply.text.strip_edges())
		error.http_status = reply.status
		return error
	var text := "%s opens no WebSocket" % options.authority()
	return PartyError.new(PartyErrorCode.CONNECTION_FAILED, text)
