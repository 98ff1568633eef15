"""What is said to a model and what it answers: plain data, the same for every provider."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, Protocol

from .keys import scrub

Role = Literal["system", "user", "model"]


@dataclass(frozen=True)
class Picture:
    """A picture, encoded.

    Attributes:
        data: the bytes of a PNG, JPEG or WebP file.
        mime: its media type.
        name: what the words around it call it.
        content: what the picture shows, as a hash of what it was drawn from (the scene's words, its
            beat, the size). It stands for the bytes in `Request.key`, since fonts and
            cairo of another machine draw other bytes; without it the bytes count themselves.
    """

    data: bytes = field(repr=False)
    mime: str = "image/png"
    name: str = ""
    content: str = ""


@dataclass(frozen=True)
class Video:
    """A video, encoded.

    Attributes:
        data: the bytes of an MP4 file.
        fps: pictures a second that the model should look at.
        name: what the words around it call it.
        content: as of a `Picture`.
    """

    data: bytes = field(repr=False)
    mime: str = "video/mp4"
    fps: float = 2.0
    name: str = ""
    content: str = ""


Content = str | Picture | Video


@dataclass(frozen=True)
class Message:
    """One turn: words, pictures and videos in their order."""

    role: Role
    parts: tuple[Content, ...]


@dataclass(frozen=True)
class Request:
    """One question to a model.

    Attributes:
        agent: who asks, for the account: ``planner.outline``, ``planner.scene``,
            ``planner.repair``, ``coder``, ``refine``, ``critic``, ``judge``, ``revise``.
        messages: the conversation; system messages first.
        schema: JSON Schema of the answer, or None for free text.
        grammar: ``c2v`` where the answer is a storyboard and nothing else, for providers that can
            hold a model to a grammar.
        scene: the scene it is about, for the account; empty for the whole storyboard.
        max_tokens: of the answer, thinking included.
        temperature: None leaves it to the model.
        seconds: after which nobody waits for the answer any more; None leaves it to the provider.
    """

    agent: str
    messages: tuple[Message, ...]
    schema: Mapping[str, Any] | None = None
    grammar: str | None = None
    scene: str = ""
    max_tokens: int = 32_768
    temperature: float | None = None
    seconds: float | None = None

    def canonical(self) -> dict[str, Any]:
        """The request as JSON with sorted keys; pictures and videos by what they show.

        What only the account needs (``agent``, ``scene``) and limits do not count: the same words
        with the same pictures are the same request.
        """
        return {
            "messages": [
                {"role": message.role, "parts": [_canonical(part) for part in message.parts]}
                for message in self.messages
            ],
            "schema": self.schema,
            "grammar": self.grammar,
        }

    @property
    def key(self) -> str:
        """Names the request by content, 64 hexadecimal digits."""
        text = json.dumps(self.canonical(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def characters(self) -> int:
        """How many characters of words are sent."""
        return sum(len(part) for message in self.messages for part in message.parts
                   if isinstance(part, str))


def _canonical(part: Content) -> Any:
    if isinstance(part, str):
        return part
    shows: dict[str, Any] = {"mime": part.mime, "name": part.name}
    if part.content:
        shows["content"] = part.content
    else:
        shows["sha256"] = hashlib.sha256(part.data).hexdigest()
    if isinstance(part, Video):
        shows["fps"] = part.fps
    return shows


class Finish(StrEnum):
    """Why an answer ended."""

    done = "done"
    length = "length"
    """The answer, or the thinking before it, met the limit of tokens."""
    blocked = "blocked"
    """A filter kept the question or the answer back."""
    empty = "empty"
    """Nothing came, and no reason was given."""


@dataclass(frozen=True)
class Usage:
    """Tokens of one exchange; ``answer`` is without ``thinking``, ``prompt`` with ``cached``."""

    prompt: int = 0
    answer: int = 0
    thinking: int = 0
    cached: int = 0

    @property
    def total(self) -> int:
        return self.prompt + self.answer + self.thinking

    def __add__(self, other: Usage) -> Usage:
        return Usage(self.prompt + other.prompt, self.answer + other.answer,
                     self.thinking + other.thinking, self.cached + other.cached)


@dataclass(frozen=True)
class Answer:
    """What a model said.

    Attributes:
        text: empty unless ``finish`` is ``done`` or ``length``.
        model: the model that answered, as it calls itself.
        detail: what the provider says of a block.
        seconds: from the question to the whole answer.
        recorded: whether it was read from a recording, and so cost nothing.
    """

    text: str
    finish: Finish = Finish.done
    usage: Usage = Usage()
    model: str = ""
    detail: str = ""
    seconds: float = 0.0
    recorded: bool = False


class Provider(Protocol):
    """A way to ask a model. One call, one answer: retries and budgets are the `Client`'s."""

    name: str
    """``gemini``, ``openai``, ``replay``…"""
    model: str
    takes_video: bool

    @property
    def takes_grammar(self) -> bool: ...

    def ask(self, request: Request) -> Answer:
        """Ask once.

        Raises:
            ProviderFault: there is no answer.
        """
        ...


class ProviderFault(Exception):
    """Why a provider has no answer.

    Attributes:
        kind: ``key`` (missing or refused), ``quota`` (too many requests), ``credit`` (the account
            has no more for today, or no money), ``server``, ``network``, ``garbage`` (an answer
            that is none), ``empty`` (an answer without a word), ``request`` (refused as asked),
            ``missing`` (not recorded), ``setup`` (a package is missing).
        retry_after: seconds after which asking again may help, where the provider said so.
    """

    def __init__(self, kind: str, message: str, retry_after: float | None = None) -> None:
        super().__init__(scrub(message))
        self.kind = kind
        self.retry_after = retry_after

    @property
    def passing(self) -> bool:
        """Whether asking again may help."""
        return self.kind in {"quota", "server", "network", "garbage", "empty"}


class Unanswered(Exception):
    """No usable answer came.

    Attributes:
        kind: a kind of `ProviderFault`, a `Finish`, ``shape`` (JSON of another shape), ``budget``.
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class Spent(Unanswered):
    """The budget of tokens, money or time is used up; nothing more is asked."""

    def __init__(self, message: str) -> None:
        super().__init__("budget", message)
