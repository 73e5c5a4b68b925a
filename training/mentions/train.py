"""Train the layer that reads mentions and coreference, on GUM, above an encoder that stays as it is.

    python -m training.mentions.train --gum DIR --encoder DIR --weights runs/attribution/weights.pt --out runs/mentions

``--weights`` are those of ``training.attribution.train``; the same with mentions go to ``--out``. The encoder is run once
over every document, cut into windows in a few ways, and what its upper layers say is kept: an epoch takes half a minute.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.attribution.batches import Batch, collate, cuts
from training.attribution.model import MIXED, Tagger
from training.attribution.train import wrap
from training.mentions.data import load_gum
from training.mentions.evaluate import evaluate_mentions
from training.mentions.losses import GumExample, Rows, mention_loss, prepare

READ = ("mix", "reader", "mentions", "edges", "pairs")


def kept_states(
    model: Tagger, example: GumExample, rng: random.Random
) -> tuple[Batch, list[Tensor], list[tuple[int, int]]]:
    """A document's windows, the upper layers' states of them (half precision), and its rows with their lengths."""
    windows = list(cuts(example.encoded, rng))
    batch = collate(windows)
    with torch.inference_mode():
        states = model.encoder(batch.pieces, batch.features, batch.mask)[-MIXED:]
    return batch, [state.half() for state in states], [(i, b - a) for i, (_, a, b) in enumerate(windows)]


def document_outputs(model: Tagger, batch: Batch, states: list[Tensor]) -> Tensor:
    return model.read_mentions([state.clone().float() for state in states], batch.mask, batch.first, batch.last)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--ways", type=int, default=2, help="ways of cutting each document into windows")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--together", type=int, default=4, help="documents a step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="train on this many documents, to try the script")
    a = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    a.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(a.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    model = Tagger()
    missing, unexpected = model.load_state_dict(torch.load(a.weights, weights_only=True), strict=False)
    assert not unexpected and all(name.split(".")[0] in READ for name in missing), (missing, unexpected)
    # Begin with what the last layer of the encoder does: it reads the same states.
    model.reader.load_state_dict(model.encoder.layers[-1].state_dict())
    t0 = time.time()
    model.eval()
    kept = []
    for example in prepare(load_gum(a.gum, "train")[: a.limit], tokenizer):
        kept += [(example, *kept_states(model, example, rng)) for _ in range(a.ways)]
    print(f"{len(kept)} documents read in {(time.time() - t0) / 60:.1f} minutes", flush=True)
    learned = [parameter for name, parameter in model.named_parameters() if name.split(".")[0] in READ]
    plain = [model.mix, model.edges, *model.pairs.parameters()]
    own = [p for p in learned if all(p is not q for q in plain)]
    optimiser = torch.optim.AdamW(
        [{"params": own, "lr": a.rate, "weight_decay": 0.05}, {"params": plain, "lr": 10 * a.rate, "weight_decay": 0.0}]
    )
    peaks = [group["lr"] for group in optimiser.param_groups]
    per_epoch = len(kept) // a.ways // a.together
    steps, step = per_epoch * a.epochs, 0
    dev = load_gum(a.gum, "dev")[: a.limit]
    for epoch in range(a.epochs):
        model.train()
        model.encoder.eval()
        shown = 0.0
        order = rng.sample(range(0, len(kept), a.ways), len(kept) // a.ways)
        for at in range(per_epoch):
            factor = min(1.0, (step + 1) / (0.06 * steps)) * max(0.01, 1 - step / steps)
            for group, peak in zip(optimiser.param_groups, peaks, strict=True):
                group["lr"] = peak * factor
            total = 0.0
            for number in order[at * a.together : (at + 1) * a.together]:
                example, batch, states, lengths = kept[number + rng.randrange(a.ways)]
                owners: list[tuple[GumExample, Rows]] = [(example, lengths)]
                loss = mention_loss(model, document_outputs(model, batch, states), owners) / a.together
                loss.backward()
                total += loss.item()
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            shown += total / per_epoch
            step += 1
        print(
            json.dumps({"epoch": epoch + 1, "minutes": round((time.time() - t0) / 60, 1), "loss": round(shown, 3)}),
            flush=True,
        )
        torch.save(model.state_dict(), a.out / "weights.pt")
    scores = evaluate_mentions(wrap(model, tokenizer), dev)
    print(json.dumps(scores["all"]), json.dumps(scores.get("news")), flush=True)
    (a.out / "run.json").write_text(json.dumps({k: str(v) for k, v in vars(a).items()} | {"dev": scores}, indent=1))


if __name__ == "__main__":
    main()
