extends "res://test/support/test_case.gd"

const FakeClock := preload("res://test/support/fake_clock.gd")
const Wait := preload("res://addons/party/runtime/wait.gd")


func test_it_ends_once_and_then_holds_nothing() -> void:
	var clock := FakeClock.new()
	var options := PartyCallOptions.new()
	var waiting := Wait.new(clock, options, 100, "join_party")
	waiting.settle("first")
	waiting.settle("second")
	options.cancel()
	clock.advance(1000)
	same(waiting.value, "first")
	same(clock.timers(), 0)
	same(options.get_signal_connection_list("cancelled"), [])


func test_it_ends_by_its_deadline() -> void:
	var clock := FakeClock.new()
	var waiting := Wait.new(clock, null, 100, "join_party", "p")
	clock.advance(99)
	same(waiting.is_ended, false)
	clock.advance(1)
	same(code_of(waiting.value), "timeout")
	same([waiting.value.operation, waiting.value.party_id], ["join_party", "p"])


func test_the_options_of_a_call_come_before_the_default() -> void:
	var clock := FakeClock.new()
	var waiting := Wait.new(clock, PartyCallOptions.new(5), 100, "join_party")
	clock.advance(5)
	same(code_of(waiting.value), "timeout")


func test_it_ends_when_it_is_cancelled_also_before_it_began() -> void:
	var clock := FakeClock.new()
	var options := PartyCallOptions.new()
	var waiting := Wait.new(clock, options, 100, "join_party")
	options.cancel()
	same(code_of(waiting.value), "aborted")
	same(code_of(Wait.new(clock, options, 100, "join_party").value), "aborted")
	same(clock.timers(), 0)
