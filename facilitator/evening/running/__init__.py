"""The evening as it runs: a plan that bends, what happened to it, and what is kept of how it went.

The seam: `Running` (facilitator.model.running) is where an evening stands at a moment, without a person in it.
Pure: `engine.state(plan, log, Moment.of(clock))` tells it, `engine.share(left, seats)` is what a seat has.
Kept: `workspace.runs` (running.runs) reads a `Run` (running.run), plan and log frozen, and adds one event in each
durable command; a screen holds the `Run` and calls `run.at(Moment.of(clock))` as often as it likes, and asks no vault.
"""
