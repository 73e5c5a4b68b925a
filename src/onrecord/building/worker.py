"""One worker process: takes reports on its standard input, gives outcomes on its standard output.

It is a plain child process and not one of ``multiprocessing``'s, which would import the user's main script again and
so break every script that builds a record without an ``if __name__ == "__main__"`` guard.

Frames are eight bytes of length and a body. The first frame to the worker is the pickled pair of functions (prepare,
work), each further one a pickled raw report. Frames from the worker start with one of the tags below.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from typing import IO

from onrecord.building.outcome import Done, Outcome, Refused, describe, outcome_of

READY, FAILED, DONE, REFUSED = b"+", b"!", b"D", b"R"
_LENGTH = struct.Struct(">Q")
_COUNT = struct.Struct(">I")


def write_frame(stream: IO[bytes], *parts: bytes) -> None:
    """Send one frame, whose body is ``parts`` joined."""
    stream.write(_LENGTH.pack(sum(map(len, parts))))
    for part in parts:
        stream.write(part)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next frame's body; None when the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    return body if len(body) == length else None


def pack(outcome: Outcome) -> tuple[bytes, ...]:
    """An outcome as the parts of a frame."""
    if isinstance(outcome, Done):
        return DONE, _COUNT.pack(outcome.statements), outcome.result
    return REFUSED, outcome.reason.encode()


def unpack(frame: bytes) -> Outcome:
    """The outcome in a frame that ``pack`` made."""
    if frame[:1] == DONE:
        (statements,) = _COUNT.unpack_from(frame, 1)
        return Done(frame[1 + _COUNT.size :], statements)
    return Refused(frame[1:].decode())


def serve() -> None:
    """Work until the standard input ends, which it does when the build is over or has died."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the build's business; it ends its workers
    incoming = sys.stdin.buffer
    # Libraries that print must not get between the frames.
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        _serve(incoming, outgoing)
    except BrokenPipeError:
        os._exit(1)  # the build has died; there is nobody left to tell


def _serve(incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    frame = read_frame(incoming)
    if frame is None:
        return
    try:
        prepare, work = pickle.loads(frame)
        prepare()
    except BaseException as error:
        write_frame(outgoing, FAILED, describe(error).encode())
        return
    write_frame(outgoing, READY)
    while (frame := read_frame(incoming)) is not None:
        raw = pickle.loads(frame)
        del frame
        write_frame(outgoing, *pack(outcome_of(work, raw)))
