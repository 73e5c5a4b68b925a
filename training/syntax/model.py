"""The syntax layer: from the states of the frozen network to vectors that choose heads and name relations.

Method: Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (ICLR 2017), with a product of vectors
and a table of distances in place of the full biaffine form, and relations named by a small perceptron over the two words.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from onrecord.tagging.labels import DISTANCE_BUCKETS
from onrecord.tagging.syntax_labels import DEPRELS, LABEL, WIDTH

STATE, LAYERS = 384, 8


class FusedAttention(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime."""

    @staticmethod
    def forward(ctx: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        return torch.zeros_like(query)  # the exporter asks for the shape only

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        mixed = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return mixed.setType(query.type())


class Block(nn.Module):
    """A transformer layer over words, led by what the neighbouring words are."""

    def __init__(self, width: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.near = nn.Conv1d(width, width, 5, padding=2, groups=width)
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.inner, self.outer = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_near, self.norm_attention, self.norm_inner = (nn.LayerNorm(width) for _ in range(3))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        near = self.norm_near(x)
        if mask is not None:
            near = near * mask.unsqueeze(-1)
        x = x + self.dropout(self.near(near.transpose(1, 2)).transpose(1, 2))
        seen = self.norm_attention(x)
        query, key, value = self.query(seen), self.key(seen), self.value(seen)
        if torch.onnx.is_in_onnx_export():
            mixed = FusedAttention.apply(query, key, value, self.heads)
        else:
            query, key, value = (t.unflatten(-1, (self.heads, -1)).transpose(1, 2) for t in (query, key, value))
            bias = None if mask is None else mask[:, None, None, :]
            mixed = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
            mixed = mixed.transpose(1, 2).flatten(2)
        x = x + self.dropout(self.out(mixed))
        inner = nn.functional.relu(self.inner(self.norm_inner(x)))
        return x + self.dropout(self.outer(inner))


class Parser(nn.Module):
    """A mix of the network's layers, blocks over words, and what is asked of each word and of pairs of them."""

    def __init__(self, width: int = 256, inner: int = 512, blocks: int = 2, dropout: float = 0.2) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(LAYERS))
        self.norm = nn.LayerNorm(STATE)
        self.dropout = nn.Dropout(dropout)
        self.into = nn.Linear(STATE, width)
        self.blocks = nn.ModuleList(Block(width, inner, 4, dropout) for _ in range(blocks))
        self.norm_out = nn.LayerNorm(width)
        self.out = nn.Linear(width, WIDTH)
        self.distance = nn.Parameter(torch.zeros(DISTANCE_BUCKETS))
        self.near = nn.Parameter(torch.zeros(DISTANCE_BUCKETS, LABEL))
        self.relations = nn.Linear(LABEL, len(DEPRELS))

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """States [B,N,LAYERS,STATE] of words, mask [B,N] of those that are real -> [B,N,WIDTH]."""
        return self.read((states * self.mix.softmax(0)[:, None]).sum(-2), mask)

    def read(self, mixed: Tensor, mask: Tensor | None) -> Tensor:
        x = self.into(self.dropout(self.norm(mixed)))
        for block in self.blocks:
            x = block(x, mask)
        return self.out(self.dropout(self.norm_out(x)))
