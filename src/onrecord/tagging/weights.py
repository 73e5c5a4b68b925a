"""The shipped weights: where they are, what they are, and how they are loaded."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.tagging.coreference import TABLES, PairWeights
from onrecord.tagging.decode import Chain
from onrecord.tagging.labels import LABELS
from onrecord.tagging.parsing import SyntaxWeights
from onrecord.tagging.tagger import AttributionTagger, Links, MentionWeights

FOLDER = Path(__file__).with_name("weights")


class OnnxNetwork:
    """The exported network, run by ONNX Runtime on the CPU."""

    def __init__(self, path: Path, threads: int) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Idle threads that spin would take the other workers' cores.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def __call__(
        self,
        pieces: NDArray[np.int64],
        features: NDArray[np.int64],
        first: NDArray[np.int64],
        last: NDArray[np.int64],
    ) -> tuple[NDArray[np.float32], ...]:
        inputs = {"pieces": pieces, "features": features, "first": first, "last": last}
        return tuple(self.session.run(None, inputs))


@lru_cache(maxsize=2)
def load_tagger(folder: Path = FOLDER, threads: int = 1) -> AttributionTagger:
    """The attribution tagger with the weights in ``folder``. Loading takes about a quarter of a second."""
    parameters = json.loads((folder / "parameters.json").read_text(encoding="utf-8"))
    if parameters["labels"] != list(LABELS):
        raise ValueError(f"weights in {folder} have other labels: {parameters['labels']}")

    def array(name: str) -> NDArray[np.float32]:
        return np.asarray(parameters[name], dtype=np.float32)

    syntax = {name: np.asarray(table, dtype=np.float32) for name, table in parameters.get("syntax", {}).items()}
    pairs = {name: np.asarray(parameters["pairs"][name], dtype=np.float32) for name in TABLES}
    return AttributionTagger(
        OnnxNetwork(folder / "attribution.onnx", threads),
        Tokenizer.from_file(str(folder / "tokenizer.json")),
        Chain.valid(array("transitions"), array("initial")),
        Links(array("distance"), array("paragraph")),
        MentionWeights(array("edges"), PairWeights(pairs)),
        SyntaxWeights(**syntax) if syntax else None,
    )


@lru_cache(maxsize=1)
def digest(folder: Path = FOLDER) -> str:
    """First 12 hexadecimal digits of the SHA-256 of the weights and their parameters."""
    total = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        total.update(path.name.encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:12]
