"""A local server that speaks OpenAI's protocol: chat completions and the list of models."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.agents.gemini_server import Reply, serving

Body = dict[str, Any]


def said(text: str | None, reason: str = "stop", *, reasoning: int = 0, cached: int = 0,
         **message: Any) -> Reply:
    """A completion with one choice."""
    return Reply({
        "id": "1", "object": "chat.completion", "created": 1, "model": "served-model",
        "choices": [{"index": 0, "finish_reason": reason,
                     "message": {"role": "assistant", "content": text, **message}}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20 + reasoning, "total_tokens": 0,
                  "completion_tokens_details": {"reasoning_tokens": reasoning},
                  "prompt_tokens_details": {"cached_tokens": cached}},
    })


def failed(status: int, message: str, headers: dict[str, str] | None = None,
           code: str | None = None) -> Reply:
    """An error in OpenAI's form."""
    return Reply({"error": {"message": message, "type": "error", "code": code}}, status,
                 headers or {})


class OpenAIServer:
    """Answers completions with ``replies`` in order, the last one for ever.

    Attributes:
        url: of the endpoint.
        owner: whose its models are.
        asked: the bodies of completions, in order.
        keys: the key that came with each request.
    """

    def __init__(
        self, url: str, owner: str, replies: list[Reply | Callable[[Body], Reply]]
    ) -> None:
        self.url = f"{url}/v1"
        self.owner = owner
        self.replies = replies
        self.asked: list[Body] = []
        self.keys: list[str | None] = []

    def answer(self, method: str, path: str, headers: Any, body: bytes) -> Reply:
        self.keys.append(headers.get("Authorization"))
        if (method, path) == ("GET", "/v1/models"):
            return Reply({"object": "list", "data": [
                {"id": "m", "object": "model", "created": 1, "owned_by": self.owner}]})
        assert (method, path) == ("POST", "/v1/chat/completions")
        reply = self.replies[min(len(self.asked), len(self.replies) - 1)]
        self.asked.append(json.loads(body))
        return reply if isinstance(reply, Reply) else reply(self.asked[-1])


@contextmanager
def openai_server(
    *replies: Reply | Callable[[Body], Reply], owner: str = "library"
) -> Iterator[OpenAIServer]:
    """A server that answers ``replies`` while the block runs."""
    with serving(lambda url: OpenAIServer(url, owner, list(replies))) as server:
        yield server
