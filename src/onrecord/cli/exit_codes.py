"""Exit codes, for scripts. They are part of the interface: documented in docs/cli.md, and not to be changed."""

OK = 0
FAILED = 1
WRONG_USAGE = 2  # click's own
SOME_UNREAD = 3
INTERRUPTED = 130
BROKEN_PIPE = 141
