"""Train the attribution tagger.

    python -m training.attribution.train --polnear DIR --encoder DIR --out runs/attribution

Trains on DIR/train, prints scores on DIR/dev after each epoch, and keeps the averaged weights of the last epoch.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.tagging.decode import Chain
from onrecord.tagging.labels import ROLES, distance_bucket, paragraph_bucket
from onrecord.tagging.tagger import AttributionTagger, Links
from training.attribution.batches import Batch, collate, cuts, encode
from training.attribution.data import Document, example, load, varied
from training.attribution.model import LINK, Tagger, crf_loss


def link_loss(model: Tagger, batch: Batch, vectors: Tensor) -> Tensor:
    """Cross-entropy of each content word's cue and of each cue's source, "none here" being one of the choices."""
    cue, content, asking, source = vectors.float().split(LINK, dim=-1)
    total, count = vectors.new_zeros((), dtype=torch.float32), 0
    tasks = [(0, batch.content_links, content, cue, 1), (1, batch.source_links, asking, source, -1)]
    for which, links, own, theirs, sign in tasks:
        for row, targets, words, answers in links:
            if not words or not targets:
                continue
            w, t = np.asarray(words), np.asarray(targets)
            scores = own[row, w] @ theirs[row, t].T / LINK**0.5
            gap = torch.from_numpy(distance_bucket(sign * (w[:, None] - t[None, :])))
            p = batch.paragraphs[row]
            jump = torch.from_numpy(paragraph_bucket(sign * (p[w][:, None] - p[t][None, :])))
            scores = scores + model.distance[which][gap] + model.paragraph[which][jump]
            scores = torch.cat([scores.new_zeros(len(w), 1), scores], 1)
            loss = torch.nn.functional.cross_entropy(scores, torch.tensor(answers), reduction="sum")
            weight = 1.0 if which else 0.2  # a content has many words, a cue asks once
            total = total + weight * loss
            count += weight * len(w)
    return total / max(1.0, count)


def groups(model: Tagger, rate: float, head_rate: float, decay: float) -> list[dict[str, object]]:
    """Parameter groups with a learning rate that falls from the top layer down."""
    found = []
    for name, parameter in model.named_parameters():
        if not name.startswith("encoder."):
            r = head_rate if name.startswith(("tags", "links")) else head_rate * 5
        elif name.startswith("encoder.layers."):
            r = rate * decay ** (5 - int(name.split(".")[2]))
        elif any(x in name for x in ("shapes", "breaks", "quotes")):
            r = head_rate
        else:
            r = rate * decay**6
        wd = 0.01 if parameter.dim() > 1 and "transitions" not in name else 0.0
        found.append({"params": [parameter], "lr": r, "weight_decay": wd})
    return found


def epoch_batches(documents: list[Document], tokenizer: Tokenizer, rng: random.Random, size: int) -> Iterator[Batch]:
    items = [cut for d in documents for cut in cuts(encode(varied(d, rng), tokenizer), rng)]
    rng.shuffle(items)
    pool = 40 * size
    for at in range(0, len(items), pool):  # alike in length, to pad less
        part = sorted(items[at : at + pool], key=lambda x: x[2] - x[1])
        parts = [part[i : i + size] for i in range(0, len(part), size)]
        rng.shuffle(parts)
        for p in parts:
            yield collate(p)


def hide_words(batch: Batch, share: float, piece: int) -> None:
    """Show a share of the words as [MASK], so that the tagger leans on context and learns no article by heart."""
    chosen = (torch.rand(batch.first.shape) < share) & batch.word_mask
    rows, words = chosen.nonzero(as_tuple=True)
    at = torch.arange(batch.pieces.shape[1])
    for row, low, high in zip(
        rows.tolist(), batch.first[rows, words].tolist(), batch.last[rows, words].tolist(), strict=True
    ):
        batch.pieces[row, (at >= low) & (at <= high)] = piece


def precision() -> torch.dtype:
    """bf16 where the processor multiplies it in hardware; elsewhere it is emulated, five times slower than fp32."""
    return torch.bfloat16 if torch.cpu._is_amx_tile_supported() else torch.float32


def autocast() -> torch.autocast:
    return torch.autocast("cpu", torch.bfloat16, enabled=precision() is torch.bfloat16)


def wrap(model: Tagger, tokenizer: Tokenizer) -> AttributionTagger:
    """The package's own tagger around the torch model, so that training measures what users run."""

    def run(*arrays: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        with torch.inference_mode(), autocast():
            tags, links = model(*(torch.from_numpy(a) for a in arrays))
        return tags.float().numpy(), links.float().numpy()

    model.eval()
    chain = Chain.valid(model.transitions.detach().numpy(), model.initial.detach().numpy())
    return AttributionTagger(
        run, tokenizer, chain, Links(model.distance.detach().numpy(), model.paragraph.detach().numpy())
    )


def evaluate(tagger: AttributionTagger, documents: list[Document]) -> dict[str, float]:
    """Exact-span F1 a role; accuracy of the first link of contents and cues whose spans were found exactly."""
    hit, found, gold = (dict.fromkeys(ROLES, 0) for _ in range(3))
    right, asked = [0, 0], [0, 0]
    for document in documents:
        truth = example(document.text, document.annotations[0])
        tagging = tagger.tag(truth.words)
        for role in ROLES:
            g = {x for a in truth.attributions for x in a[role]}
            p = {(s.low, s.high) for s in tagging.spans if s.role == role}
            hit[role] += len(g & p)
            found[role] += len(p)
            gold[role] += len(g)
        place = {(s.role, s.low, s.high): i for i, s in enumerate(tagging.spans)}
        for a in truth.attributions:
            cue = place.get(("cue", *a["cue"][0])) if a["cue"] else None
            if cue is None:
                continue
            for c in a["content"]:
                if (i := place.get(("content", *c))) is not None:
                    asked[0] += 1
                    right[0] += bool(tagging.cues_of[i]) and tagging.cues_of[i][0].target == cue
            if a["source"] and (i := place.get(("source", *a["source"][0]))) is not None:
                asked[1] += 1
                right[1] += bool(tagging.sources_of[cue]) and tagging.sources_of[cue][0].target == i
    out = {r: round(200 * hit[r] / max(1, found[r] + gold[r]), 2) for r in ROLES}
    return out | {
        "cue of content": round(100 * right[0] / max(1, asked[0]), 2),
        "source of cue": round(100 * right[1] / max(1, asked[1]), 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--link-weight", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--init", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--hide", type=float, default=0.0, help="share of the words shown as [MASK], anew each epoch")
    parser.add_argument("--limit", type=int, help="train on this many documents, to try the script")
    a = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    a.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(a.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    train, dev = load(a.polnear / "train")[: a.limit], load(a.polnear / "dev")
    model = Tagger()
    model.encoder.initialise(a.encoder / "model.safetensors")
    if a.init:
        model.load_state_dict(torch.load(a.init, weights_only=True))
    hidden_piece = tokenizer.token_to_id("[MASK]")
    averaged = copy.deepcopy(model).eval()
    optimiser = torch.optim.AdamW(groups(model, a.rate, a.head_rate, a.decay))
    peaks = [g["lr"] for g in optimiser.param_groups]
    per_epoch = sum(1 for _ in epoch_batches(train, tokenizer, random.Random(0), a.batch))
    steps, step, t0 = per_epoch * a.epochs, 0, time.time()
    for epoch in range(a.epochs):
        model.train()
        shown = [0.0, 0.0]
        for batch in epoch_batches(train, tokenizer, rng, a.batch):
            factor = min(1.0, step / (0.06 * steps)) * max(0.02, 1 - step / steps)
            for group, peak in zip(optimiser.param_groups, peaks, strict=True):
                group["lr"] = peak * factor
            if a.hide:
                hide_words(batch, a.hide, hidden_piece)
            with autocast():
                tags, links = model(batch.pieces, batch.features, batch.mask, batch.first, batch.last)
            tagging = (
                crf_loss(tags, batch.labels, batch.word_mask, model.transitions, model.initial) / batch.word_mask.sum()
            )
            linking = link_loss(model, batch, links)
            (tagging + a.link_weight * linking).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            keep = min(0.998, step / (step + 20))
            with torch.no_grad():
                torch._foreach_lerp_(list(averaged.parameters()), list(model.parameters()), 1 - keep)
            shown = [shown[0] * 0.98 + 0.02 * tagging.item(), shown[1] * 0.98 + 0.02 * linking.item()]
            step += 1
            if step % 50 == 0:
                print(
                    f"step {step}/{steps} tag {shown[0]:.4f} link {shown[1]:.3f} {step / (time.time() - t0):.2f} steps/s",
                    flush=True,
                )
        scores = evaluate(wrap(averaged, tokenizer), dev)
        print(json.dumps({"epoch": epoch + 1, "minutes": round((time.time() - t0) / 60, 1)} | scores), flush=True)
        torch.save(averaged.state_dict(), a.out / "weights.pt")
    (a.out / "run.json").write_text(json.dumps({k: str(v) for k, v in vars(a).items()} | {"dev": scores}, indent=1))


if __name__ == "__main__":
    main()
