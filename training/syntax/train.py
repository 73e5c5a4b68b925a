"""Train the syntax layer on GUM, above the shipped network as it is.

    python -m training.syntax.train --gum DIR --out runs/syntax

The network is run once over every document, as it is set and with curly quotation marks, and its states are kept in memory (3 GB). Processes
share the weights and do not wait for each other (Recht and others, "Hogwild!", NIPS 2011), so that two runs never give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, multiprocessing, nn

from onrecord.tagging.labels import distance_bucket
from onrecord.tagging.syntax_labels import ARC, SPLITS
from onrecord.tagging.weights import FOLDER
from training.syntax.data import IGNORED, Treebanked, load_trees
from training.syntax.model import Parser
from training.syntax.states import StateReader

WARM = 60  # steps until the full learning rate
SHOWN = 50  # steps between two lines of progress


class Prepared:
    """A document as tensors: states of its windows, and gold by sentence."""

    def __init__(self, document: Treebanked, states: np.ndarray, seams: list[tuple[int, int]]) -> None:
        self.document = document
        longest = max(high - low for low, high in seams)
        self.states = torch.zeros(len(seams), longest, *states.shape[1:], dtype=torch.float16)
        self.mask = torch.zeros(len(seams), longest, dtype=torch.bool)
        for row, (low, high) in enumerate(seams):
            self.states[row, : high - low] = torch.from_numpy(states[low:high])
            self.mask[row, : high - low] = True
        sentence = document.sentence
        self.first = np.flatnonzero(np.r_[True, sentence[1:] != sentence[:-1]])
        ends = np.r_[self.first[1:], len(sentence)]
        size = int((ends - self.first).max())
        places = self.first[:, None] + np.arange(size)
        inside = places < ends[:, None]
        self.inside = torch.from_numpy(inside)
        self.places = torch.from_numpy(np.where(inside, places, 0))
        head = document.head[self.places] - self.first[:, None]
        head = np.where(document.head[self.places] < 0, size, head)  # the column behind the words is the root
        self.head = torch.from_numpy(np.where(inside & (document.head[self.places] != IGNORED), head, IGNORED))
        steps = np.arange(size)
        self.buckets = torch.from_numpy(np.asarray(distance_bucket(steps[None, :] - steps[:, None])))
        self.deprel = torch.from_numpy(np.where(inside, document.deprel[self.places], IGNORED))
        begins = np.zeros(len(sentence), dtype=np.float32)
        begins[self.first] = 1
        self.begins = torch.from_numpy(begins)
        self.upos, self.form = torch.from_numpy(document.upos), torch.from_numpy(document.form)


def scores(model: Parser, p: Prepared, outputs: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Arc scores [S,L,L+1] and the vectors that name relations, by sentence; tags, forms and beginnings, by word."""
    ask, key, root, own, theirs, upos, form, begins = outputs.split(list(SPLITS), -1)
    arcs = ask[p.places] @ key[p.places].transpose(1, 2) / ARC**0.5 + model.distance[p.buckets]
    size = arcs.shape[1]
    arcs = arcs.masked_fill(~p.inside[:, None, :] | torch.eye(size, dtype=torch.bool), -1e4)
    arcs = torch.cat([arcs, root[p.places]], -1)
    return arcs, own[p.places], theirs[p.places], upos, form, begins.squeeze(-1)


def relations(model: Parser, p: Prepared, own: Tensor, theirs: Tensor, head: Tensor) -> Tensor:
    """Scores of the relation of each word to ``head``; a root's is known."""
    size = own.shape[1]
    at = head.clamp(0, size - 1)
    chosen = theirs.gather(1, at.unsqueeze(-1).expand(-1, -1, theirs.shape[-1]))
    near = model.near[p.buckets[torch.arange(size), at]]
    return model.relations(model.dropout(torch.relu(own + chosen + near)))


def loss_of(model: Parser, p: Prepared) -> Tensor:
    outputs = model(p.states.float(), p.mask)[p.mask]
    arcs, own, theirs, upos, form, begins = scores(model, p, outputs)
    ce = nn.functional.cross_entropy
    total = ce(arcs.flatten(0, 1), p.head.flatten(), ignore_index=IGNORED)
    dependent = torch.where(p.head < arcs.shape[1], p.deprel, IGNORED)
    total = total + ce(
        relations(model, p, own, theirs, p.head).flatten(0, 1), dependent.flatten(), ignore_index=IGNORED
    )
    total = total + 0.5 * ce(upos, p.upos, ignore_index=IGNORED) + 0.5 * ce(form, p.form, ignore_index=IGNORED)
    return total + nn.functional.binary_cross_entropy_with_logits(begins, p.begins)


@torch.inference_mode()
def quick(model: Parser, documents: list[Prepared]) -> dict[str, float]:
    """Rough scores on gold sentences, heads chosen greedily; words that only belong to another are left out."""
    model.eval()
    right = dict.fromkeys(("uas", "las", "upos", "form", "begins_tp", "begins_fp", "begins_fn"), 0)
    total = 0
    for p in documents:
        outputs = model(p.states.float(), p.mask)[p.mask]
        arcs, own, theirs, upos, form, begins = scores(model, p, outputs)
        head = arcs.argmax(-1)
        label = relations(model, p, own, theirs, head).argmax(-1)
        label = torch.where(head == arcs.shape[1], 0, label)
        main = torch.zeros(len(p.upos), dtype=torch.bool)
        main[[s for s in p.document.stands_for if s >= 0]] = True
        counted = p.inside & main[p.places]
        good = (head == p.head) & counted
        total += int(counted.sum())
        right["uas"] += int(good.sum())
        right["las"] += int((good & (label == p.deprel)).sum())
        right["upos"] += int((upos.argmax(-1) == p.upos)[main].sum())
        right["form"] += int((form.argmax(-1) == p.form)[main].sum())
        b = begins > 0
        right["begins_tp"] += int((b & (p.begins > 0)).sum())
        right["begins_fp"] += int((b & (p.begins == 0)).sum())
        right["begins_fn"] += int((~b & (p.begins > 0)).sum())
    f = 2 * right["begins_tp"] / (2 * right["begins_tp"] + right["begins_fp"] + right["begins_fn"])
    return {k: round(100 * right[k] / total, 2) for k in ("uas", "las", "upos", "form")} | {"begins": round(100 * f, 2)}


def prepared(gum: Path, part: str, curly: bool = False, limit: int | None = None) -> list[Prepared]:
    """A part of GUM with what the network makes of it."""
    reader = StateReader(FOLDER)
    kept = []
    for document in load_trees(gum, part, curly)[:limit]:
        windows = list(reader.windows(document.words))
        states = np.concatenate([states for states, _, _ in windows])
        kept.append(Prepared(document, states, [(low, high) for _, low, high in windows]))
    return kept


def work(rank: int, a: argparse.Namespace, model: Parser, ways: list[list[Prepared]], seen: Any, t0: float) -> None:
    """One of the processes that share the weights; each goes through its part of the documents, with its own optimiser."""
    torch.set_num_threads(1)
    torch.manual_seed(a.seed + rank)
    rng = random.Random(a.seed + rank)
    optimiser = torch.optim.AdamW(model.parameters(), lr=a.rate, weight_decay=0.01, betas=(0.9, 0.98))
    mine = range(rank, len(ways[0]), a.processes)
    order: list[int] = []
    step, shown = 0, 0.0
    model.train()
    while (done := max(seen.value / len(ways[0]) / a.epochs, (time.time() - t0) / 60 / a.minutes)) < 1:
        order = order or rng.sample(mine, len(mine))
        factor = min(1.0, (step + 1) / WARM) * max(0.01, 1 - done)
        for group in optimiser.param_groups:
            group["lr"] = a.rate * factor
        loss = loss_of(model, rng.choice(ways)[order.pop()])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        step, shown = step + 1, shown + loss.item()
        with seen.get_lock():
            seen.value += 1
        if step % SHOWN == 0:
            line = {"epochs": round(seen.value / len(ways[0]), 2), "minutes": round((time.time() - t0) / 60, 1)}
            print(json.dumps(line | {"loss": round(shown / SHOWN, 3)}), flush=True)
            shown = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=12)
    parser.add_argument("--minutes", type=float, default=1e9, help="end after this long, whatever the epoch")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--inner", type=int, default=512)
    parser.add_argument("--blocks", type=int, default=2)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="train on this many documents, to try the script")
    a = parser.parse_args()
    torch.set_num_threads(1)  # before the processes part
    torch.manual_seed(a.seed)
    a.out.mkdir(parents=True, exist_ok=True)
    ways = [prepared(a.gum, "train", curly, a.limit) for curly in (False, True)]
    model = Parser(a.width, a.inner, a.blocks, a.dropout)
    print(sum(x.numel() for x in model.parameters()), "parameters", flush=True)
    model.share_memory()
    context = multiprocessing.get_context("fork")
    seen = context.Value("i", 0)
    shared = (a, model, ways, seen, time.time())
    processes = [context.Process(target=work, args=(rank, *shared)) for rank in range(a.processes)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    options = {name: getattr(a, name) for name in ("width", "inner", "blocks")}
    torch.save({"options": options, "state": model.state_dict()}, a.out / "weights.pt")
    scores = {"dev": quick(model, prepared(a.gum, "dev", limit=a.limit)), "mix": model.mix.softmax(0).tolist()}
    print(json.dumps(scores), flush=True)
    (a.out / "run.json").write_text(json.dumps({k: str(v) for k, v in vars(a).items()} | scores, indent=1))


if __name__ == "__main__":
    main()
