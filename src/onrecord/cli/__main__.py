"""``python -m onrecord.cli``, for where the script ``onrecord`` is not on the path."""

from onrecord.cli import main

main()
