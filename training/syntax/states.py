"""What the shipped network makes of each word, layer by layer: the states that the syntax layer reads.

The int8 network itself is run, in the windows of the package, so that the layer is trained on what it will be given.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto
from tokenizers import Tokenizer

from onrecord.tagging.inputs import window_inputs, word_pieces
from onrecord.tagging.windows import windows
from onrecord.tagging.words import Words

STATES = (
    "/model/encoder/norm/LayerNormalization_output_0",
    *(f"/model/encoder/layers.{i}/norm_out/LayerNormalization_output_0" for i in range(6)),
    "/model/reader/norm_out/LayerNormalization_output_0",
)


class StateReader:
    """Runs the network with its hidden states as outputs."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        model: ModelProto = onnx.load(str(folder / "attribution.onnx"))
        model.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in STATES)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model.SerializeToString(), options, ["CPUExecutionProvider"])

    def windows(self, words: Words) -> Iterator[tuple[NDArray[np.float16], int, int]]:
        """The mean of each word's first and last piece in every layer, [words, layers, width], window by window, with the
        words ``low:high`` that it is of."""
        starts = [i for i, gap in enumerate(words.breaks) if gap >= 2]
        pieces = list(word_pieces(words, self._tokenizer))
        for window in windows([len(p) for p in pieces], starts):
            inputs = dict(
                zip(("pieces", "features", "first", "last"), window_inputs(words, pieces, window), strict=True)
            )
            first, last = inputs["first"][0], inputs["last"][0]
            layers = [state[0] for state in self._session.run(list(STATES), inputs)]
            states = np.stack([(layer[first] + layer[last]) * 0.5 for layer in layers], 1)
            keep = slice(window.keep_start - window.start, window.keep_end - window.start)
            yield states[keep].astype(np.float16), window.keep_start, window.keep_end
