extends RefCounted
## Tokens as a server makes them, but for the signature, which is the server's business.


static func token(user_id: String, expires_at: int, more := {}) -> String:
	var claims := {"uid": user_id, "usn": "name of %s" % user_id, "exp": expires_at}.merged(more)
	var base64 := Marshalls.utf8_to_base64(JSON.stringify(claims))
	var payload := base64.replace("+", "-").replace("/", "_").rstrip("=")
	return "e30.%s.signature" % payload
