"""Settings for the whole suite."""

import os

from hypothesis import HealthCheck, settings

# Machines differ in speed and are busy with other things: slowness is what the benchmarks measure, not these tests. In
# CI the examples are the same each time, so that a change is not blamed for what another day's examples would find.
settings.register_profile(
    "onrecord", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("onrecord")
