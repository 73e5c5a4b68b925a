"""The network: a BERT encoder with word features; on it, tags through a linear-chain CRF, a bilinear linker, mentions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.tagging.coreference import TABLES
from onrecord.tagging.labels import DISTANCE_BUCKETS, LABELS, PARAGRAPH_BUCKETS
from onrecord.tagging.mentions import WIDTH as MENTION_WIDTH
from onrecord.tagging.words import BREAKS, QUOTES, SHAPES

WIDTH, HEADS, LAYERS, INNER, LINK = 384, 12, 6, 1536, 64
MIXED = 4  # upper layers that mentions are read from


class FusedAttention(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime: a sixth faster than the dozen that it is exported to otherwise."""

    @staticmethod
    def forward(ctx: object, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        return torch.zeros_like(query)  # the exporter asks for the shape only

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any) -> Any:
        mixed = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)
        return mixed.setType(query.type())


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm_attention, self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        query, key, value = self.query(x), self.key(x), self.value(x)
        if torch.onnx.is_in_onnx_export():
            mixed = FusedAttention.apply(query, key, value)
        else:
            query, key, value = (t.unflatten(-1, (HEADS, -1)).transpose(1, 2) for t in (query, key, value))
            bias = None if mask is None else mask.to(query.dtype)
            mixed = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
            mixed = mixed.transpose(1, 2).flatten(2)
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        return self.norm_out(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(vocabulary, WIDTH), nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes, self.breaks, self.quotes = (nn.Embedding(len(x), WIDTH) for x in (SHAPES, BREAKS, QUOTES))
        for table in (self.shapes, self.breaks, self.quotes):
            nn.init.zeros_(table.weight)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> list[Tensor]:
        """pieces [B,T], features [B,T,3] (shape, break, quote), mask [B,T] (1 = real; None: all are) -> the embeddings
        and what each layer makes of them, [B,T,WIDTH] each."""
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.kind
        x = x + self.shapes(features[..., 0]) + self.breaks(features[..., 1]) + self.quotes(features[..., 2])
        x = self.dropout(self.norm(x))
        states = [x]
        bias = None if mask is None else ((1.0 - mask.to(torch.float32)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states

    def initialise(self, path: Path) -> None:
        """Take over the weights of a Hugging Face BertModel."""
        old = load_file(path)
        new = {
            "words.weight": old["embeddings.word_embeddings.weight"],
            "positions.weight": old["embeddings.position_embeddings.weight"],
            "kind": old["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
        }
        names = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm",
            "inner": "intermediate.dense", "outer": "output.dense", "norm_out": "output.LayerNorm",
        }  # fmt: skip
        for i in range(LAYERS):
            for mine, theirs in names.items():
                for part in ("weight", "bias"):
                    new[f"layers.{i}.{mine}.{part}"] = old[f"encoder.layer.{i}.{theirs}.{part}"]
        missing, unexpected = self.load_state_dict(new, strict=False)
        assert not unexpected and set(missing) <= {"shapes.weight", "breaks.weight", "quotes.weight"}, missing


def of_words(hidden: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The mean of each word's first and last piece, [B,N,WIDTH]."""

    def take(index: Tensor) -> Tensor:
        return hidden.gather(1, index.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))

    return (take(first) + take(last)) * 0.5


class Tagger(nn.Module):
    """Word representations are the mean of a word's first and last piece.

    Mentions have a layer of their own above the encoder, which is trained on attributions alone: trained for both at
    once, it was a point worse at attributions (``docs/attribution.md``).
    """

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(WIDTH, len(LABELS))
        self.links = nn.Linear(WIDTH, 4 * LINK)  # cue for contents, content, cue for sources, source
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.initial = nn.Parameter(torch.zeros(len(LABELS)))
        self.distance = nn.Parameter(torch.zeros(2, DISTANCE_BUCKETS))
        self.paragraph = nn.Parameter(torch.zeros(2, PARAGRAPH_BUCKETS))
        self.mix = nn.Parameter(torch.zeros(MIXED))
        self.reader = Layer(0.1)
        self.mentions = nn.Linear(WIDTH, MENTION_WIDTH)
        self.edges = nn.Parameter(torch.zeros(2, DISTANCE_BUCKETS))
        self.pairs = nn.ParameterDict({name: nn.Parameter(torch.zeros(*shape)) for name, shape in TABLES.items()})

    def forward(
        self, pieces: Tensor, features: Tensor, mask: Tensor | None, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Tag scores [B,N,LABELS], link vectors [B,N,4*LINK] and mention outputs for words given by first/last piece."""
        states = self.encoder(pieces, features, mask)
        words = self.dropout(of_words(states[-1], first, last))
        return self.tags(words), self.links(words), self.read_mentions(states[-MIXED:], mask, first, last)

    def read_mentions(self, states: list[Tensor], mask: Tensor | None, first: Tensor, last: Tensor) -> Tensor:
        """Mention outputs [B,N,mentions.WIDTH] from the upper layers, by a layer of their own."""
        mixed = sum(weight * state for weight, state in zip(self.mix.softmax(0), states, strict=True))
        bias = None if mask is None else ((1.0 - mask.to(torch.float32)) * -1e4)[:, None, None, :]
        return self.mentions(self.dropout(of_words(self.reader(mixed, bias), first, last)))


def crf_loss(scores: Tensor, labels: Tensor, mask: Tensor, transitions: Tensor, initial: Tensor) -> Tensor:
    """Negative log-likelihood of label sequences, summed. scores [B,N,L], labels [B,N], mask [B,N] (prefix)."""
    scores, keep = scores.float(), mask.float()
    gold = initial[labels[:, 0]] + (scores.gather(2, labels.unsqueeze(-1)).squeeze(-1) * keep).sum(1)
    gold = gold + (transitions[labels[:, :-1], labels[:, 1:]] * keep[:, 1:]).sum(1)
    alpha = initial + scores[:, 0]
    for step in range(1, scores.shape[1]):
        following = torch.logsumexp(alpha.unsqueeze(2) + transitions, 1) + scores[:, step]
        alpha = torch.where(mask[:, step, None], following, alpha)
    return (torch.logsumexp(alpha, 1) - gold).sum()
