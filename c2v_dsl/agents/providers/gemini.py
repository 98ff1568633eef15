"""Gemini through google-genai: ``gemini``, ``gemini:MODEL``, ``gemini:MODEL@URL``."""

from __future__ import annotations

import io
import json
import re
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any

from ..exchange import Answer, Content, Finish, Picture, ProviderFault, Request, Usage, Video
from ..keys import Key, Owner
from .faults import after, of_status
from .schemas import in_words, simple, written

if TYPE_CHECKING:
    from google.genai import Client, types

MODEL = "gemini-3.8-flash"
URL = "https://generativelanguage.googleapis.com"
API_VERSION = "v1beta"
"""Of the versions the one that also knows the ``…-latest`` names of models."""
OWNER = Owner("gemini", ("GEMINI_API_KEY", "GOOGLE_API_KEY"))
SECONDS = 600.0
"""Without an answer after which a question is given up."""
MOST_INLINE = 15_000_000
"""Bytes of pictures and videos above which videos go through the Files API; encoded in a request
they take a third more, and it may have 20 MB."""
MOST_FPS = 24.0
UPLOAD_SECONDS = 180.0

_BLOCKED = {
    "SAFETY": "the answer met a safety filter",
    "RECITATION": "the answer was a recitation",
    "LANGUAGE": "the model does not take this language",
    "BLOCKLIST": "the answer had a forbidden word",
    "PROHIBITED_CONTENT": "the answer had forbidden content",
    "SPII": "the answer had personal information",
    "IMAGE_SAFETY": "a picture met a safety filter",
}


class Gemini:
    """Asks a Gemini model; safe to use from several threads.

    Args:
        url: of the server; nothing else directs requests elsewhere, no environment variable.
        seconds: without an answer after which a question is given up.
        sleep: waits until an uploaded video is ready.

    Raises:
        ProviderFault: ``setup``, google-genai is not installed.
    """

    name = "gemini"
    takes_video = True
    takes_grammar = False

    def __init__(
        self,
        key: Key,
        model: str = MODEL,
        *,
        url: str = URL,
        seconds: float = SECONDS,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        try:
            from google import genai
        except ImportError:
            raise ProviderFault(
                "setup", 'Gemini needs a package: pip install "c2v[gemini]"') from None
        # It warns of finish reasons it does not know; here they have their sentence.
        warnings.filterwarnings("ignore", module=r"google\.genai")
        self.model = model
        self._seconds = seconds
        self._sleep = sleep
        self._refused: set[str] = set()
        self._client: Client = genai.Client(
            api_key=key.reveal(),
            vertexai=False,
            http_options=genai.types.HttpOptions(
                base_url=url,
                api_version=API_VERSION,
                timeout=round(seconds * 1000),
                # A server that redirects would be followed with the key.
                client_args={"follow_redirects": False},
            ),
        )

    def ask(self, request: Request) -> Answer:
        started = time.monotonic()
        held = request.schema is not None and written(request.schema) not in self._refused
        try:
            reply = self._reply(request, held)
        except ProviderFault as fault:
            if fault.kind != "request" or not held:
                raise
            # A schema may have too many states for it; then words have to do.
            reply = self._reply(request, False)
            self._refused.add(written(request.schema))
        return self._answer(reply, time.monotonic() - started)

    def _reply(self, request: Request, held: bool) -> types.GenerateContentResponse:
        if request.schema is not None and not held:
            request = in_words(request)
        shown = sum(len(part.data) for message in request.messages for part in message.parts
                    if not isinstance(part, str))
        with ExitStack() as stack:
            files = stack if shown > MOST_INLINE else None
            turns: list[Any] = [self._turn(message.role, message.parts, files)
                                for message in request.messages if message.role != "system"]
            config = self._config(request)
            with _named(self.model):
                return self._client.models.generate_content(
                    model=self.model, contents=turns, config=config)

    def _config(self, request: Request) -> types.GenerateContentConfig:
        from google.genai import types

        system = "\n\n".join(
            part for message in request.messages if message.role == "system"
            for part in message.parts if isinstance(part, str))
        held: dict[str, Any] = {} if request.schema is None else {
            "response_mime_type": "application/json",
            "response_json_schema": simple(request.schema),
        }
        seconds = min(self._seconds, request.seconds or self._seconds)
        return types.GenerateContentConfig(
            system_instruction=system or None,
            max_output_tokens=request.max_tokens,
            temperature=request.temperature,
            http_options=types.HttpOptions(timeout=max(1, round(seconds * 1000))),
            **held,
        )

    def _turn(
        self, role: str, parts: tuple[Content, ...], files: ExitStack | None
    ) -> types.Content:
        from google.genai import types

        return types.Content(role=role, parts=[self._part(part, files) for part in parts])

    def _part(self, part: Content, files: ExitStack | None) -> types.Part:
        """A part of a message; a video is uploaded where there are ``files`` to keep it in."""
        from google.genai import types

        if isinstance(part, str):
            return types.Part(text=part)
        if isinstance(part, Picture) or files is None:
            made = types.Part(inline_data=types.Blob(data=part.data, mime_type=part.mime))
        else:
            made = types.Part(file_data=files.enter_context(self._uploaded(part)))
        if isinstance(part, Video):
            made.video_metadata = types.VideoMetadata(fps=min(part.fps, MOST_FPS))
            made.media_processing = types.MediaProcessing.STATIC
        return made

    @contextmanager
    def _uploaded(self, video: Video) -> Iterator[types.FileData]:
        """The video in the Files API while the block runs."""
        from google.genai import types

        with _named(self.model):
            file = self._client.files.upload(
                file=io.BytesIO(video.data), config=types.UploadFileConfig(mime_type=video.mime))
        name = file.name or ""
        try:
            waited, pause = 0.0, 0.5
            while file.state == types.FileState.PROCESSING:
                if waited > UPLOAD_SECONDS:
                    raise ProviderFault("server", "Gemini did not make an uploaded video ready in "
                                        f"{UPLOAD_SECONDS:.0f} s")
                self._sleep(pause)
                waited += pause
                pause = min(pause * 1.5, 5.0)
                with _named(self.model):
                    file = self._client.files.get(name=name)
            if file.state != types.FileState.ACTIVE:
                raise ProviderFault("request", "Gemini could not read an uploaded video")
            yield types.FileData(file_uri=file.uri, mime_type=video.mime)
        finally:
            # A file that stays behind is deleted by Gemini after two days.
            with suppress(ProviderFault), _named(self.model):
                self._client.files.delete(name=name)

    def _answer(self, reply: types.GenerateContentResponse, seconds: float) -> Answer:
        used = reply.usage_metadata
        usage = Usage() if used is None else Usage(
            (used.prompt_token_count or 0) + (used.tool_use_prompt_token_count or 0),
            used.candidates_token_count or 0,
            used.thoughts_token_count or 0,
            used.cached_content_token_count or 0,
        )
        model = reply.model_version or self.model
        text, finish, detail = "", Finish.empty, ""
        feedback = reply.prompt_feedback
        if reply.candidates:
            candidate = reply.candidates[0]
            text = "".join(
                part.text or "" for part in (candidate.content and candidate.content.parts) or ()
                if not part.thought)
            reason = candidate.finish_reason.name if candidate.finish_reason else ""
            said = candidate.finish_message or ""
            if reason == "STOP":
                finish = Finish.done if text.strip() else Finish.empty
            elif reason == "MAX_TOKENS":
                finish = Finish.length
                if not text and usage.thinking:
                    detail = (f"all {usage.thinking:,} tokens went into thinking before a word of "
                              "the answer")
            elif reason in _BLOCKED:
                text, finish, detail = "", Finish.blocked, said or _BLOCKED[reason]
            else:
                text, detail = "", said or (f"it ended for {reason}" if reason else "it broke off")
        elif feedback is not None and feedback.block_reason is not None:
            finish = Finish.blocked
            detail = feedback.block_reason_message or (
                f"the question met a filter ({feedback.block_reason.name})")
        return Answer(text, finish, usage, model, detail, seconds)


@contextmanager
def _named(model: str) -> Iterator[None]:
    """Every error of the library and the network becomes a fault with a name."""
    import httpx2
    from google.genai import errors

    try:
        yield
    except errors.APIError as error:
        raise _of_api(error, model) from None
    except httpx2.TimeoutException:
        raise ProviderFault("network", "Gemini did not answer in time") from None
    except (httpx2.HTTPError, OSError) as error:
        raise ProviderFault(
            "network", f"Gemini cannot be reached: {error or type(error).__name__}") from None
    except (errors.UnknownApiResponseError, json.JSONDecodeError, UnicodeDecodeError,
            AttributeError, KeyError, TypeError, ValueError) as error:
        # Of an answer that is none the library raises whatever it stumbles over.
        what = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise ProviderFault("garbage", f"Gemini's answer cannot be read: {what}") from None


def _of_api(error: Any, model: str) -> ProviderFault:
    details = error.details if isinstance(error.details, dict) else {}
    inner = details.get("error", details)
    listed = inner.get("details", []) if isinstance(inner, dict) else []
    found: dict[str, dict[str, Any]] = {
        str(one.get("@type", "")).rpartition(".")[2]: one
        for one in (listed if isinstance(listed, list) else []) if isinstance(one, dict)
    }
    said = str(error.message or error.status or "no reason given")
    wait = after(getattr(error.response, "headers", None))
    if delay := re.fullmatch(r"([\d.]+)s", str(found.get("RetryInfo", {}).get("retryDelay", ""))):
        wait = max(wait or 0.0, float(delay[1]))
    reason = found.get("ErrorInfo", {}).get("reason")
    if reason in {"API_KEY_INVALID", "API_KEY_EXPIRED"} or "API key not valid" in said:
        return ProviderFault("key", f"Gemini does not take the key: {said}")
    violations = found.get("QuotaFailure", {}).get("violations") or []
    if error.code == 429 and any("PerDay" in str(one.get("quotaId")) for one in violations):
        return ProviderFault("credit", f"Gemini answers no more today: {said}")
    return of_status("Gemini", model, int(error.code or 0), said, wait)


def make(argument: str, key_file: str | None) -> Gemini:
    """What ``--model gemini:ARGUMENT`` names.

    Raises:
        ProviderFault: a package is missing.
        NoKey: there is no key.
    """
    from ..keys import needed_key

    model, _, url = argument.partition("@")
    return Gemini(needed_key(OWNER, key_file), model or MODEL, url=url or URL)
