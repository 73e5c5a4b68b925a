"""Scale: what looks at one report, in shards; what looks at all, in SQL; on this machine or on a cluster.

The modules need libraries that are not installed by themselves (``onrecord[scale]``, ``onrecord[spark]``);
``engine_named`` says so.
"""

from onrecord.scale.engines import ENGINES, Engine, EngineName, engine_named

__all__ = ["ENGINES", "Engine", "EngineName", "engine_named"]
