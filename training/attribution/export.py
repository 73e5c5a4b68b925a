"""Export trained weights to the int8 ONNX model that the package ships.

    python -m training.attribution.export --weights runs/attribution/weights.pt --encoder DIR --out src/onrecord/tagging/weights

Matrices are quantised per channel to seven bits (``reduce_range``): eight-bit weights overflow in the int8
instructions of processors without VNNI, and a record must not depend on the machine. Word embeddings are quantised
by row, since rare words have rows of very different size.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from onrecord.tagging.labels import LABELS
from training.attribution.model import Tagger


class RowQuantised(nn.Module):
    """An embedding table in int8 with one scale a row."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scales", scale)

    def forward(self, index: Tensor) -> Tensor:
        rows = self.rows[index]
        return rows.to(torch.float32) * self.scales[index]


class OneWindow(nn.Module):
    """The tagger as the package runs it: windows one at a time, so that there is nothing to mask."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, features: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.model(pieces, features, None, first, last)


def export(model: Tagger, path: Path, quantised: bool = True) -> None:
    model.eval()
    if quantised:
        model.encoder.words = RowQuantised(model.encoder.words)  # type: ignore[assignment]
    batch, length, count = 2, 12, 7
    sample = (
        torch.ones(batch, length, dtype=torch.long),
        torch.zeros(batch, length, 3, dtype=torch.long),
        torch.zeros(batch, count, dtype=torch.long),
        torch.ones(batch, count, dtype=torch.long),
    )
    names = ["pieces", "features", "first", "last"]
    axes = {n: {0: "batch", 1: "words" if n in ("first", "last") else "pieces"} for n in names}
    axes |= {name: {0: "batch", 1: "words"} for name in ("tags", "links", "mentions")}
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            OneWindow(model),
            sample,
            str(plain),
            input_names=names,
            output_names=["tags", "links", "mentions"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        if not quantised:
            path.write_bytes(plain.read_bytes())
            return
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(path),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul"],
        )
    proto = onnx.load(str(path))
    proto.producer_version = ""
    path.write_bytes(proto.SerializeToString(deterministic=True))


def parameters(model: Tagger) -> dict[str, object]:
    """What the decoder and the linker need beside the network."""

    def rounded(x: Tensor) -> list[object]:
        return np.round(x.detach().numpy().astype(float), 5).tolist()

    return {
        "labels": list(LABELS),
        "transitions": rounded(model.transitions),
        "initial": rounded(model.initial),
        "distance": rounded(model.distance),
        "paragraph": rounded(model.paragraph),
        "edges": rounded(model.edges),
        "pairs": {name: rounded(table) for name, table in model.pairs.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fp32", action="store_true", help="do not quantise, to measure what int8 costs")
    a = parser.parse_args()
    model = Tagger()
    model.load_state_dict(torch.load(a.weights, weights_only=True))
    a.out.mkdir(parents=True, exist_ok=True)
    (a.out / "parameters.json").write_text(json.dumps(parameters(model)) + "\n")
    export(model, a.out / "attribution.onnx", not a.fp32)
    tokenizer = json.loads((a.encoder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.update(truncation=None, padding=None, post_processor=None)
    (a.out / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    for file in sorted(a.out.iterdir()):
        print(file.name, file.stat().st_size)


if __name__ == "__main__":
    main()
