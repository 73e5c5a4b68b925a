"""Put the trained syntax layer into the network that the package ships, as one more output.

    python -m training.syntax.export --weights runs/syntax/weights.pt --folder src/onrecord/tagging/weights

The nodes of the network stay what they are, so that tags, links and mentions stay what they were, bit for bit. A syntax layer that is there
already is replaced. Matrices are quantised as in ``training.attribution.export``.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import GraphProto, ModelProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.syntax.model import LAYERS, STATE, Parser
from training.syntax.states import STATES

PREFIX = "syntax/"
INPUTS = [f"state{i}" for i in range(LAYERS)]


class OnPieces(nn.Module):
    """The layer as it stands in the network: it takes the layers' states of word pieces."""

    def __init__(self, parser: Parser) -> None:
        super().__init__()
        self.parser = parser
        self.weights = parser.mix.detach().softmax(0).tolist()

    def forward(self, first: Tensor, last: Tensor, *states: Tensor) -> Tensor:
        mixed = sum(weight * state for weight, state in zip(self.weights, states, strict=True))
        # One window at a time, so that a plain look-up of rows will do.
        rows = mixed[0]
        return self.parser.read(((rows[first[0]] + rows[last[0]]) * 0.5).unsqueeze(0), None)


def exported(parser: Parser, folder: Path, quantised: bool = True) -> ModelProto:
    """The layer alone, as a graph."""
    plain, ready, small = (folder / name for name in ("plain.onnx", "ready.onnx", "small.onnx"))
    words, pieces = torch.tensor([[0, 1, 3]]), [torch.zeros(1, 5, STATE) for _ in range(LAYERS)]
    axes = {"first": {1: "words"}, "last": {1: "words"}, "syntax": {1: "words"}} | {n: {1: "pieces"} for n in INPUTS}
    torch.onnx.export(
        OnPieces(parser).eval(),
        (words, words, *pieces),
        str(plain),
        input_names=["first", "last", *INPUTS],
        output_names=["syntax"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    if not quantised:
        return onnx.load(str(plain))
    quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul"],
    )
    return onnx.load(str(small))


def merge(network: ModelProto, layer: ModelProto) -> None:
    """Add the layer's nodes to the network's, behind them."""
    remove(network.graph)
    known = dict(zip(INPUTS, STATES, strict=True)) | {"first": "first", "last": "last", "syntax": "syntax", "": ""}

    def renamed(name: str) -> str:
        return known.get(name, PREFIX + name)

    for node in layer.graph.node:
        assert not any(attribute.HasField("g") for attribute in node.attribute), "subgraphs are not renamed"
        copy = network.graph.node.add()
        copy.CopyFrom(node)
        copy.name = PREFIX + node.name
        del copy.input[:], copy.output[:]
        copy.input.extend(map(renamed, node.input))
        copy.output.extend(map(renamed, node.output))
    for tensor in layer.graph.initializer:
        copy = network.graph.initializer.add()
        copy.CopyFrom(tensor)
        copy.name = renamed(tensor.name)
    network.graph.output.extend(layer.graph.output)
    onnx.checker.check_model(network)


def remove(graph: GraphProto) -> None:
    """Take out a syntax layer that was put in before."""
    for field in (graph.node, graph.initializer):
        kept = [item for item in field if not item.name.startswith(PREFIX)]
        del field[:]
        field.extend(kept)
    kept = [output for output in graph.output if output.name != "syntax"]
    del graph.output[:]
    graph.output.extend(kept)


def parameters(parser: Parser) -> dict[str, object]:
    """What the parser needs beside the network."""

    def rounded(x: Tensor) -> list[object]:
        return np.round(x.detach().numpy().astype(float), 4).tolist()

    return {
        "distance": rounded(parser.distance),
        "near": rounded(parser.near),
        "relations": rounded(parser.relations.weight.T),
        "bias": rounded(parser.relations.bias),
    }


def load_parser(path: Path) -> Parser:
    kept = torch.load(path, weights_only=True)
    parser = Parser(**kept["options"])
    parser.load_state_dict(kept["state"])
    return parser.eval()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--weights", type=Path, required=True)
    arguments.add_argument("--folder", type=Path, required=True)
    arguments.add_argument("--fp32", action="store_true", help="do not quantise, to measure what int8 costs")
    a = arguments.parse_args()
    parser = load_parser(a.weights)
    path = a.folder / "attribution.onnx"
    network = onnx.load(str(path))
    with tempfile.TemporaryDirectory() as folder:
        merge(network, exported(parser, Path(folder), not a.fp32))
    path.write_bytes(network.SerializeToString(deterministic=True))
    described = json.loads((a.folder / "parameters.json").read_text(encoding="utf-8"))
    described["syntax"] = parameters(parser)
    (a.folder / "parameters.json").write_text(json.dumps(described) + "\n")
    for file in sorted(a.folder.iterdir()):
        print(file.name, file.stat().st_size)


if __name__ == "__main__":
    main()
