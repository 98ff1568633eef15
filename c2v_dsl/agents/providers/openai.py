"""Any OpenAI-compatible endpoint: ``openai:MODEL``, ``openai:MODEL@URL``, ``…@URL#SERVER``.

OpenAI itself, Claude's compatible endpoint, Ollama, vLLM, llama.cpp and what speaks like them.
``SERVER`` (``vllm``, ``llama.cpp``) names what is behind the URL where it does not say so itself.
"""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from ..exchange import Answer, Content, Finish, Picture, ProviderFault, Request, Usage, Video
from ..keys import Key, Owner, find_key, needed_key
from . import grammars
from .faults import after, of_status
from .schemas import in_words, simple, strict, written

if TYPE_CHECKING:
    from openai import OpenAI as Client
    from openai.types.chat import ChatCompletion

URL = "https://api.openai.com/v1"
SECONDS = 600.0
"""Without an answer after which a question is given up."""
MOST_FRAMES = 24
"""Pictures that a video becomes at most."""

Server = Literal["openai", "claude", "vllm", "llama.cpp", "other"]
_SERVERS: Mapping[str, Server] = {
    "api.openai.com": "openai",
    "api.anthropic.com": "claude",
    "vllm": "vllm",
    "llama.cpp": "llama.cpp",
    "llamacpp": "llama.cpp",
}
_OWNERS: Mapping[Server, Owner] = {
    "openai": Owner("openai", ("OPENAI_API_KEY",)),
    "claude": Owner("claude", ("ANTHROPIC_API_KEY",)),
}
_GRAMMAR, _LIMIT = "grammar", "limit"
_OVER_LIMIT = re.compile(r"max_(completion_)?tokens|context length", re.I)
"""Of a server whose models answer with fewer tokens than they are allowed here."""
_TOOL = "storyboard"


class OpenAI:
    """Asks a model behind an OpenAI-compatible endpoint; safe to use from several threads.

    What an endpoint refuses is asked for without: a schema in words, a grammar or a limit of tokens
    not at all.

    Args:
        key: None for servers that want none.
        url: of the endpoint, without ``/chat/completions``.
        server: what is behind it; asked of it where it is not given and matters.
        seconds: without an answer after which a question is given up.

    Raises:
        ProviderFault: ``setup``, the package openai is not installed.
    """

    name = "openai"
    takes_video = False

    def __init__(
        self,
        key: Key | None,
        model: str,
        *,
        url: str = URL,
        server: Server | None = None,
        seconds: float = SECONDS,
    ) -> None:
        try:
            import openai
        except ImportError:
            raise ProviderFault(
                "setup", 'this model needs a package: pip install "c2v[openai]"') from None
        self.model = model
        self.url = url
        self._host = urlsplit(url).hostname or url
        self._server: Server | None = server or _SERVERS.get(self._host)
        self._seconds = seconds
        self._refused: set[str] = set()
        self._client: Client = openai.OpenAI(
            api_key=key.reveal() if key else "none",
            base_url=url,
            max_retries=0,
            timeout=seconds,
            # A server that redirects would be followed with all that is said.
            http_client=openai.DefaultHttpxClient(
                base_url=url, timeout=seconds, follow_redirects=False),
        )

    @property
    def takes_grammar(self) -> bool:
        """Whether a storyboard can be held to the grammar."""
        return _GRAMMAR not in self._refused and self.server in ("openai", "vllm", "llama.cpp")

    @property
    def server(self) -> Server:
        """What is behind the endpoint, as its list of models tells."""
        if self._server is None:
            import openai

            found: Server = "other"
            with suppress(openai.OpenAIError, ValueError, AttributeError, TypeError):
                for one in self._client.models.list(timeout=5.0):
                    found = _SERVERS.get(one.owned_by, found)
            self._server = found
        return self._server

    def ask(self, request: Request) -> Answer:
        started = time.monotonic()
        held = self._holding(request)
        try:
            reply = self._reply(request, held)
        except ProviderFault as fault:
            if fault.kind == "request" and _LIMIT not in self._refused and (
                    _OVER_LIMIT.search(str(fault))):
                self._refused.add(_LIMIT)
                return self.ask(request)
            if fault.kind != "request" or held is None:
                raise
            reply = self._reply(request, None)
            # It went without, so that was what it refused.
            self._refused.add(held)
        return self._answer(reply, time.monotonic() - started)

    def _holding(self, request: Request) -> str | None:
        """What the endpoint is to hold the answer to: a schema as it is written, the grammar."""
        if request.schema is not None:
            name = written(request.schema)
            # Claude takes a schema and ignores it.
            return None if name in self._refused or self._server == "claude" else name
        return _GRAMMAR if request.grammar and self.takes_grammar else None

    def _reply(self, request: Request, held: str | None) -> ChatCompletion:
        from openai.types.chat import ChatCompletion

        if request.schema is not None and held is None:
            request = in_words(request)
        messages = [
            {"role": "assistant" if message.role == "model" else message.role,
             "content": _content(message.parts)}
            for message in request.messages]
        body: dict[str, Any] = {"model": self.model, "messages": messages}
        if _LIMIT not in self._refused:
            own = self._server in ("openai", "claude")
            body["max_completion_tokens" if own else "max_tokens"] = request.max_tokens
        if request.temperature is not None:
            body["temperature"] = request.temperature
        if request.schema is not None:
            body["response_format"] = _response_format(request.schema)
        elif held is not None:
            body |= self._grammar()
        with _named(self._host, self.model):
            reply = self._client.chat.completions.create(
                **body, timeout=min(self._seconds, request.seconds or self._seconds))
            if not isinstance(reply, ChatCompletion):
                raise ValueError(f"it is no completion but {type(reply).__name__}")
        return reply

    def _grammar(self) -> dict[str, Any]:
        """What holds the answer to the grammar of storyboards.

        Sources: https://platform.openai.com/docs/guides/function-calling#context-free-grammars,
        https://docs.vllm.ai/en/latest/features/structured_outputs.html,
        https://github.com/ggml-org/llama.cpp/tree/master/tools/server
        """
        match self.server:
            case "openai":
                grammar = {"syntax": "lark", "definition": grammars.lark()}
                tool = {"name": _TOOL, "description": "Takes the storyboard that is the answer.",
                        "format": {"type": "grammar", "grammar": grammar}}
                return {"tools": [{"type": "custom", "custom": tool}],
                        "tool_choice": {"type": "custom", "custom": {"name": _TOOL}}}
            case "vllm":
                return {"extra_body": {"structured_outputs": {"grammar": grammars.gbnf()}}}
        return {"extra_body": {"grammar": grammars.gbnf()}}

    def _answer(self, reply: ChatCompletion, seconds: float) -> Answer:
        model = reply.model or self.model
        usage = _usage(reply)
        if not reply.choices:
            return Answer("", Finish.empty, usage, model, seconds=seconds)
        choice = reply.choices[0]
        message = choice.message
        text = message.content or ""
        for call in message.tool_calls or ():
            if call.type == "custom":
                text = call.custom.input
        # Models on one's own machine may think aloud before they answer.
        text = re.sub(r"\A\s*<think>.*?</think>\s*", "", text, flags=re.S)
        finish, detail = Finish.done, ""
        if message.refusal:
            text, finish, detail = "", Finish.blocked, message.refusal
        elif choice.finish_reason == "content_filter":
            text, finish, detail = "", Finish.blocked, "the answer met a filter"
        elif choice.finish_reason == "length":
            finish = Finish.length
            if not text and usage.thinking:
                detail = (f"all {usage.thinking:,} tokens went into thinking before a word of the "
                          "answer")
        elif not text.strip():
            finish = Finish.empty
        return Answer(text, finish, usage, model, detail, seconds)


def _content(parts: tuple[Content, ...]) -> Any:
    """A message's parts; words alone are one text, which every server takes."""
    if all(isinstance(part, str) for part in parts):
        return "\n\n".join(str(part) for part in parts)
    return [one for part in parts for one in _shown(part)]


def _shown(part: Content) -> Iterator[dict[str, Any]]:
    if isinstance(part, str):
        yield {"type": "text", "text": part}
    elif isinstance(part, Picture):
        data = base64.b64encode(part.data).decode()
        yield {"type": "image_url", "image_url": {"url": f"data:{part.mime};base64,{data}"}}
    else:
        yield from _frames(part)


def _frames(video: Video) -> Iterator[dict[str, Any]]:
    """A video as pictures, each behind the second it is of."""
    from ...render.glimpses import glimpses

    try:
        found = glimpses(video.data, video.fps, MOST_FRAMES)
    except ValueError as error:
        raise ProviderFault("request", str(error)) from None
    for moment, picture in found:
        yield {"type": "text", "text": f"{video.name or 'video'}, second {moment:.1f}:"}
        yield from _shown(Picture(picture))


def _response_format(schema: Mapping[str, Any]) -> dict[str, Any]:
    held = strict(schema)
    return {"type": "json_schema", "json_schema": {
        "name": "answer", "schema": held or simple(schema), "strict": held is not None}}


def _usage(reply: ChatCompletion) -> Usage:
    used = reply.usage
    if used is None:
        return Usage()
    answered, asked = used.completion_tokens_details, used.prompt_tokens_details
    thinking = (answered.reasoning_tokens or 0) if answered else 0
    return Usage(
        used.prompt_tokens or 0, max(0, (used.completion_tokens or 0) - thinking), thinking,
        (asked.cached_tokens or 0) if asked else 0)


@contextmanager
def _named(host: str, model: str) -> Iterator[None]:
    """Every error of the library and the network becomes a fault with a name."""
    import openai

    try:
        yield
    except openai.APIStatusError as error:
        body = error.body if isinstance(error.body, dict) else {}
        said = str(body.get("message") or error.message)
        if error.status_code == 429 and body.get("code") == "insufficient_quota":
            raise ProviderFault("credit", f"{host} wants money first: {said}") from None
        raise of_status(host, model, error.status_code, said, after(error.response.headers)
                        ) from None
    except openai.APITimeoutError:
        raise ProviderFault("network", f"{host} did not answer in time") from None
    except openai.APIConnectionError as error:
        raise ProviderFault(
            "network", f"{host} cannot be reached: {error.__cause__ or error}") from None
    except (openai.OpenAIError, ValueError, TypeError, AttributeError) as error:
        # Of an answer that is none the library raises whatever it stumbles over.
        what = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise ProviderFault("garbage", f"the answer of {host} cannot be read: {what}") from None


def make(argument: str, key_file: str | None) -> OpenAI:
    """What ``--model openai:ARGUMENT`` names.

    The key of OpenAI goes to OpenAI only, that of Claude to Claude; other servers get the one that
    is kept under their name, or ``C2V_API_KEY``, or none.

    Raises:
        ProviderFault: a package is missing, or the URL is none.
        NoKey: there is no key for OpenAI or Claude.
    """
    model, _, rest = argument.partition("@")
    url, _, said = rest.partition("#")
    url = (url or URL).rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ProviderFault("request", f"{url} is no address; it begins with https:// or http://")
    server = _SERVERS.get(said)
    if said and server is None:
        raise ProviderFault("request", f"there is no server {said}; there are vllm and llama.cpp")
    owner = _OWNERS.get(_SERVERS.get(parts.hostname, "other"))
    if owner is not None:
        return OpenAI(needed_key(owner, key_file), model, url=url, server=server)
    key = find_key(Owner(parts.hostname, ("C2V_API_KEY",)), key_file)
    return OpenAI(key, model, url=url, server=server)
