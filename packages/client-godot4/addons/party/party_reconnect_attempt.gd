class_name PartyReconnectAttempt
extends RefCounted
## What there is to know when it has to be decided whether to connect again, and when.

## How many attempts came before this one since the connection last held for 10 seconds.
var retry_count := 0
## Milliseconds since the connection was lost, or since [method PartySocket.reconnect_now].
var elapsed_ms := 0
## Why the connection was lost, or why the attempt before has failed: as in [PartyTransition].
var code := ""
## The same in words.
var reason := ""
## A number from 0 to 1, drawn anew for every decision.
var random := 0.0
