"""A local server that speaks Gemini's protocol, as well and as badly as it is told to."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """What the server sends: JSON, or bytes as they are.

    Attributes:
        seconds: how long it thinks before.
        drop: whether the connection breaks in the middle of the answer.
    """

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    drop: bool = False


def said(
    text: str | None, reason: str = "STOP", *, thinking: int = 0, cached: int = 0,
    thoughts: str = "",
) -> Reply:
    """An answer with one candidate."""
    parts = [{"text": thoughts, "thought": True}] * bool(thoughts)
    parts += [] if text is None else [{"text": text}]
    candidate: dict[str, Any] = {"finishReason": reason, "index": 0}
    if parts:
        candidate["content"] = {"role": "model", "parts": parts}
    return Reply({
        "candidates": [candidate],
        "usageMetadata": {
            "promptTokenCount": 100, "candidatesTokenCount": len(text or "") // 4,
            "thoughtsTokenCount": thinking, "cachedContentTokenCount": cached,
            "totalTokenCount": 100,
        },
        "modelVersion": "gemini-3.8-flash-001",
    })


def failed(status: int, message: str, headers: dict[str, str] | None = None,
           details: list[dict[str, Any]] | None = None) -> Reply:
    """An error in Google's form."""
    return Reply({"error": {"code": status, "message": message, "status": "ERROR",
                            "details": details or []}}, status, headers or {})


class GeminiServer:
    """Answers ``generateContent`` with ``replies`` in order, the last one for ever, and keeps the
    Files API.

    Attributes:
        asked: the bodies of ``generateContent``, in order.
        keys: the key that came with each request.
        calls: ``METHOD path`` of every request.
        uploaded: bytes of files by name, also those deleted.
        files: names of files that are there.
        processing: how often a file is still in work when its state is asked for.
    """

    def __init__(self, url: str, replies: list[Reply | Callable[[dict[str, Any]], Reply]]) -> None:
        self.url = url
        self.replies = replies
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.calls: list[str] = []
        self.uploaded: dict[str, bytes] = {}
        self.files: set[str] = set()
        self.processing = 1
        self.file_state = "ACTIVE"
        self.lock = threading.Lock()

    def generate(self, body: dict[str, Any]) -> Reply:
        with self.lock:
            reply = self.replies[min(len(self.asked), len(self.replies) - 1)]
            self.asked.append(body)
        return reply if isinstance(reply, Reply) else reply(body)

    def file(self, name: str, state: str) -> dict[str, Any]:
        return {"name": name, "uri": f"{self.url}/v1beta/{name}", "mimeType": "video/mp4",
                "sizeBytes": str(len(self.uploaded.get(name, b""))), "state": state}

    def answer(self, method: str, path: str, headers: Any, body: bytes) -> Reply:
        self.calls.append(f"{method} {path}")
        self.keys.append(headers.get("x-goog-api-key"))
        if method == "POST" and path.endswith(":generateContent"):
            return self.generate(_camel(json.loads(body)))
        if method == "POST" and path == "/upload/v1beta/files":
            name = f"files/{len(self.uploaded)}"
            self.uploaded[name] = b""
            # The real server names its own host here, whatever the address it was asked at.
            return Reply({}, headers={
                "X-Goog-Upload-URL": f"{self.url}/upload/v1beta/files?upload_id={name}",
                "X-Goog-Upload-Status": "active"})
        if method == "POST" and path.startswith("/upload/v1beta/files?upload_id="):
            name = path.partition("=")[2]
            self.uploaded[name] += body
            if "finalize" not in headers["X-Goog-Upload-Command"]:
                return Reply({}, headers={"X-Goog-Upload-Status": "active"})
            self.files.add(name)
            return Reply({"file": self.file(name, "PROCESSING")},
                         headers={"X-Goog-Upload-Status": "final"})
        name = path.removeprefix("/v1beta/")
        if name not in self.files:
            return failed(404, f"no file {name}")
        if method == "DELETE":
            self.files.discard(name)
            return Reply({})
        self.processing -= 1
        return Reply(self.file(name, "PROCESSING" if self.processing >= 0 else self.file_state))


def _camel(body: Any) -> Any:
    """The library writes some names as ``file_uri`` and some as ``fileUri``; the server reads
    both."""
    if isinstance(body, list):
        return [_camel(one) for one in body]
    if not isinstance(body, dict):
        return body
    return {re.sub(r"(?<=[a-z])_([a-z])", lambda at: at[1].upper(), name): _camel(value)
            for name, value in body.items()}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16
    disable_nagle_algorithm = True
    server: _Http

    def _any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        reply = self.server.speaks.answer(self.command, self.path, self.headers, body)
        time.sleep(reply.seconds)
        data = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if reply.drop else data)
        if reply.drop:
            self.close_connection = True

    do_GET = do_POST = do_DELETE = _any

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    speaks: Any

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def serving(speaks: Callable[[str], Any]) -> Iterator[Any]:
    """What ``speaks`` makes of its own address, on a free port, while the block runs."""
    http = _Http(("127.0.0.1", 0), _Handler)
    http.speaks = speaks(f"http://127.0.0.1:{http.server_address[1]}")
    thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield http.speaks
    finally:
        http.shutdown()
        http.server_close()


@contextmanager
def gemini(*replies: Reply | Callable[[dict[str, Any]], Reply]) -> Iterator[GeminiServer]:
    """A server that answers ``replies`` while the block runs."""
    with serving(lambda url: GeminiServer(url, list(replies))) as server:
        yield server
