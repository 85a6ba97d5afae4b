extends RefCounted
## A request on its way: what is sent, for whom, and for how long its caller waits.

## What was called, for errors.
var operation: String
## The party it is about, for errors.
var party_id := ""
## The argument to blame when the message is too large to be sent.
var largest := "the call"
## Name of the message in its envelope.
var kind: String
## The message: one of [PartyApi] that can be sent.
var message: PartyResult
var timeout_ms: int
var options: PartyCallOptions
## Called with this and the reply as it arrives, before the messages behind it; also when the
## caller has given up waiting, because the server has done what was asked all the same.
var on_reply := Callable()
## The same for an error that the server answers with: called with it alone.
var on_refused := Callable()
