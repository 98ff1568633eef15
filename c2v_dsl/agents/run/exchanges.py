"""The exchanges of a run, each a file that can be read; what was answered is not asked again."""

from __future__ import annotations

import hashlib
import json
import re
import threading
import time
from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from typing import Any, TypeGuard

from ..exchange import Answer, Content, Finish, Provider, ProviderFault, Request, Usage
from ..keys import scrub
from ..prices import money
from .folder import RunFolder
from .record import RunRecord, Tokens

FOLDER = "exchanges"
_NUMBERED = re.compile(r"(\d+)-.*\.json")
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "video/mp4": "mp4"}
_LONG = 2000
"""A system message of more characters is kept once for all exchanges."""


class Exchanges:
    """A provider that asks another one and keeps what is said.

    A request that was answered whole, in this run or before it was interrupted, gets the same
    answer. Exchanges are ``NNNN-agent-scene-KEY.json``, in their order, which ``replay:`` reads
    too; those without a whole answer end in ``failed``. Pictures, videos and long system messages
    are files of their own, named by content.

    Attributes:
        seconds: by the clock, while at least one answer was waited for.
        agents: tokens of this run from its beginning, by agent; ``scenes`` by scene.
        money: US dollars that they cost; ``unpriced`` where some model's price is not known.
    """

    def __init__(self, folder: RunFolder, provider: Provider) -> None:
        self.folder = folder
        self.provider = provider
        self.name = provider.name
        self.model = provider.model
        self.takes_video = provider.takes_video
        self.takes_grammar = provider.takes_grammar
        self.seconds = 0.0
        self.agents: dict[str, Tokens] = {}
        self.scenes: dict[str, Tokens] = {}
        self.money = 0.0
        self.unpriced = False
        self._known: dict[str, Answer] = {}
        self._about: dict[str, tuple[str, str]] = {}
        self._count = 0
        self._waiting = 0
        self._since = 0.0
        self._lock = threading.Lock()
        self._load()

    def ask(self, request: Request) -> Answer:
        """The answer of before, or the provider's.

        Raises:
            ProviderFault: there is none.
            OSError: the folder cannot be written.
        """
        key = request.key
        with self._lock:
            if key in self._known:
                return self._known[key]
            self._waits(1)
        said: Answer | ProviderFault
        try:
            said = self.provider.ask(request)
        except ProviderFault as fault:
            said = fault
        finally:
            with self._lock:
                self._waits(-1)
        self._keep(request, key, said)
        if isinstance(said, ProviderFault):
            raise said
        return said

    def forget(self, scenes: Collection[str] = (), agents: Collection[str] = ()) -> None:
        """Ask again what came to nothing: about ``scenes``, or by ``agents``."""
        with self._lock:
            for key, (agent, scene) in self._about.items():
                if scene in scenes or agent in agents:
                    self._known.pop(key, None)

    def account(self, record: RunRecord) -> None:
        """Write what was used into the record."""
        with self._lock:
            record.tokens_by_agent = {name: self.agents[name] for name in sorted(self.agents)}
            record.tokens_by_scene = {name: self.scenes[name] for name in sorted(self.scenes)}
            record.tokens = _sum(list(self.agents.values()))
            record.money = None if self.unpriced else round(self.money, 6)

    @property
    def total(self) -> Tokens:
        with self._lock:
            return _sum(list(self.agents.values()))

    def _waits(self, step: int) -> None:
        now = time.monotonic()
        if self._waiting:
            self.seconds += now - self._since
        self._since = now
        self._waiting += step

    def _load(self) -> None:
        for path in sorted((self.folder / FOLDER).glob("*.json")):
            found = _NUMBERED.fullmatch(path.name)
            try:
                data = json.loads(path.read_text(encoding="utf-8"))
                answer = None if "fault" in data else _answer(data)
                key, agent, scene = data["key"], data["agent"], data["scene"]
            except (OSError, ValueError, KeyError, TypeError):
                continue
            self._count = max(self._count, int(found[1]) if found else 0)
            self._add(agent, scene, answer)
            self._remember(key, agent, scene, answer)

    def _keep(self, request: Request, key: str, said: Answer | ProviderFault) -> None:
        answer = said if isinstance(said, Answer) else None
        with self._lock:
            self._count += 1
            number = self._count
            self._add(request.agent, request.scene, answer)
            self._remember(key, request.agent, request.scene, answer)
        data: dict[str, Any] = {
            "agent": request.agent, "scene": request.scene, "key": key,
            "asked": f"{self.name}:{self.model}",
            "takes": {"video": self.takes_video, "grammar": self.takes_grammar},
            "model": answer.model if answer else self.model,
        }
        if isinstance(said, ProviderFault):
            data["fault"] = {"kind": said.kind, "message": scrub(str(said))}
        else:
            data |= _data(said)
        data["request"] = {
            "messages": [
                {"role": message.role,
                 "parts": [self._part(part, message.role) for part in message.parts]}
                for message in request.messages],
            "schema": request.schema, "grammar": request.grammar,
        }
        words = re.sub(r"[^\w.]+", "-", f"{request.agent} {request.scene}".strip())
        ending = key[:16] if _usable(answer) else "failed"
        self.folder.write_json(f"{FOLDER}/{number:04}-{words}-{ending}.json", data)

    def _remember(self, key: str, agent: str, scene: str, answer: Answer | None) -> None:
        """Of several answers to one question the last counts."""
        if _usable(answer):
            self._known[key] = replace(answer, recorded=True, seconds=0.0)
            self._about[key] = agent, scene

    def _part(self, part: Content, role: str) -> Any:
        if isinstance(part, str):
            if role != "system" or len(part) < _LONG:
                return part.split("\n")
            name = f"{FOLDER}/said/{hashlib.sha256(part.encode()).hexdigest()[:16]}.md"
            if self.folder.read(name) is None:
                self.folder.write(name, part)
            return {"file": name}
        ending = _SUFFIXES.get(part.mime, "bin")
        name = f"{FOLDER}/said/{hashlib.sha256(part.data).hexdigest()[:16]}.{ending}"
        if not (self.folder / name).exists():
            from ...render.cache import whole_file

            with whole_file(self.folder / name) as out:
                out.write(part.data)
        return {"file": name, "name": part.name, "content": part.content}

    def _add(self, agent: str, scene: str, answer: Answer | None) -> None:
        for tokens in (self.agents.setdefault(agent, Tokens()),
                       *([self.scenes.setdefault(scene, Tokens())] if scene else ())):
            tokens.exchanges += 1
            if answer is None:
                tokens.faults += 1
                continue
            tokens.recorded += answer.recorded
            tokens.prompt += answer.usage.prompt
            tokens.answer += answer.usage.answer
            tokens.thinking += answer.usage.thinking
            tokens.cached += answer.usage.cached
        if answer is not None and not answer.recorded and answer.usage.total:
            cost = money(answer.model, answer.usage)
            if cost is None:
                cost = money(self.model, answer.usage)
            self.unpriced |= cost is None
            self.money += cost or 0.0


def _sum(parts: list[Tokens]) -> Tokens:
    return Tokens(**{name: sum(getattr(part, name) for part in parts)
                     for name in Tokens.model_fields})


def _usable(answer: Answer | None) -> TypeGuard[Answer]:
    return answer is not None and answer.finish is Finish.done and bool(answer.text.strip())


def _data(answer: Answer) -> dict[str, Any]:
    return {
        "seconds": round(answer.seconds, 3), "recorded": answer.recorded,
        "usage": asdict(answer.usage), "finish": answer.finish.value, "detail": answer.detail,
        "answer": answer.text.split("\n"),
    }


def _answer(data: Mapping[str, Any]) -> Answer:
    return Answer(
        "\n".join(data["answer"]), Finish(data["finish"]), Usage(**data["usage"]), data["model"],
        data["detail"], data["seconds"], data["recorded"])
