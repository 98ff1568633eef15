"""Exchanges in a folder: ``replay:DIR`` answers from it, `Recorder` (``--record DIR``) fills it.

One JSON file for each request, named by who asked and by the request's key, with words as lists
of lines; pictures and videos by their hash or by what they show. No key of a provider is in it.
"""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

from ...render.cache import whole_file
from ..exchange import Answer, Finish, Provider, ProviderFault, Request, Usage
from ..keys import scrub

_KEY_DIGITS = 16


class Replay:
    """Answers what was recorded, and nothing else.

    Args:
        folder: of the files.

    Raises:
        ProviderFault: ``missing``, there is no such folder or nothing in it.
    """

    name = "replay"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        first = next(iter(sorted(folder.glob("*.json"))), None)
        if first is None:
            raise ProviderFault("missing", f"nothing is recorded in {folder}" if folder.is_dir()
                                else f"there is no folder {folder}")
        told = _read(first)
        self.model = str(told.get("model") or "recorded")
        takes = told.get("takes", {})
        self.takes_video = bool(takes.get("video", False))
        self.takes_grammar = bool(takes.get("grammar", False))

    def ask(self, request: Request) -> Answer:
        path = _find(self.folder, request.key)
        if path is None:
            scene = f" for scene {request.scene}" if request.scene else ""
            raise ProviderFault(
                "missing", f"{request.agent}{scene} asks what is not recorded in {self.folder} "
                f"(key {request.key[:_KEY_DIGITS]}); record it with --record {self.folder}")
        return _answer(_read(path), path)


class Recorder:
    """Answers from a folder what the same model was asked before, and keeps what it is asked now.

    Only whole answers are kept, so a question that failed is put again the next time.
    """

    def __init__(self, provider: Provider, folder: Path) -> None:
        self.provider = provider
        self.folder = folder
        self.name = provider.name
        self.model = provider.model
        self.takes_video = provider.takes_video

    @property
    def takes_grammar(self) -> bool:
        """As of the provider, which may have to ask its server."""
        return self.provider.takes_grammar

    def ask(self, request: Request) -> Answer:
        path = _find(self.folder, request.key)
        if path is not None:
            data = _read(path)
            if data.get("asked") == self._asked:
                return _answer(data, path)
        answer = self.provider.ask(request)
        if answer.finish is Finish.done and answer.text.strip():
            self._keep(request, answer, path)
        return answer

    @property
    def _asked(self) -> str:
        return f"{self.name}:{self.model}"

    def _keep(self, request: Request, answer: Answer, path: Path | None) -> None:
        usage = answer.usage
        data = {
            "agent": request.agent,
            "scene": request.scene,
            "key": request.key,
            "asked": self._asked,
            "takes": {"video": self.takes_video, "grammar": self.takes_grammar},
            "model": answer.model,
            "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
            "seconds": round(answer.seconds, 3),
            "usage": {"prompt": usage.prompt, "answer": usage.answer,
                      "thinking": usage.thinking, "cached": usage.cached},
            "answer": answer.text.split("\n"),
            "request": _readable(request.canonical()),
        }
        who = re.sub(r"[^\w.]+", "-", f"{request.agent} {request.scene}".strip())
        path = path or self.folder / f"{who}-{request.key[:_KEY_DIGITS]}.json"
        text = json.dumps(data, ensure_ascii=False, indent=1)
        try:
            with whole_file(path) as file:
                file.write(scrub(text + "\n").encode())
        except OSError as error:
            raise ProviderFault("setup", f"an answer cannot be kept in {self.folder}: "
                                f"{error.strerror or error}") from None


def _find(folder: Path, key: str) -> Path | None:
    """The file of a request; of several, which a run's folder may have, the last."""
    return max(folder.glob(f"*-{key[:_KEY_DIGITS]}.json"), default=None)


def _readable(canonical: dict[str, Any]) -> dict[str, Any]:
    """A canonical request with its words as lists of lines."""
    return {**canonical, "messages": [
        {"role": message["role"],
         "parts": [part.split("\n") if isinstance(part, str) else part
                   for part in message["parts"]]}
        for message in canonical["messages"]]}


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ProviderFault("missing", f"{path} cannot be read: {error.strerror}") from None
    except ValueError:
        raise ProviderFault("missing", f"{path} is damaged: it is no JSON") from None
    if not isinstance(data, dict):
        raise ProviderFault("missing", f"{path} is no recorded exchange")
    return data


def _answer(data: dict[str, Any], path: Path) -> Answer:
    try:
        lines, usage = data["answer"], data.get("usage", {})
        text = "\n".join(lines)
        return Answer(text, Finish.done, Usage(**usage), str(data.get("model", "")), recorded=True)
    except (KeyError, TypeError):
        raise ProviderFault("missing", f"{path} is no recorded exchange") from None


def make(argument: str, key_file: str | None) -> Replay:
    """What ``--model replay:ARGUMENT`` names.

    Raises:
        ProviderFault: there is nothing to replay.
    """
    return Replay(Path(argument).expanduser())
