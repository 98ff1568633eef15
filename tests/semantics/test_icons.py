"""Names of icons in storyboards: the installed sets, what is kept, and servers of every temper."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import c2v_dsl
from c2v_dsl.assets import icon_desk, icon_sets, icon_store, icons, web
from c2v_dsl.diagnostics import Finding
from c2v_dsl.semantics.files import MemoryLoader

SECRET = "a-key-that-nobody-may-see"
BODY = '<path fill="currentColor" d="M2 2h20v20H2z"/>'


class Server(ThreadingHTTPServer):
    """Answers by path; ``asked`` remembers paths and keys."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked = []
        self.answers = {}
        self.url = f"http://127.0.0.1:{self.server_port}"

    def paths(self):
        return [path for path, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        server = self.server
        server.asked.append((self.path, self.headers.get("Authorization")))
        answer = server.answers.get(self.path.partition("?")[0], (404, {}, b"404"))
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def served(name="cat", body=BODY, **more):
    return 200, {}, {"prefix": "mdi", "icons": {name: {"body": body}}, "width": 24, "height": 24,
                     **more}


SETS = (200, {}, {"mdi": {"name": "Material Design Icons", "author": {"name": "Pictogrammers"},
                          "license": {"title": "Apache 2.0"}}})


@pytest.fixture
def server(monkeypatch, tmp_path):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "C2V_OFFLINE",
                 "C2V_ICONFINDER_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        monkeypatch.setenv("C2V_CACHE", str(tmp_path / "cache"))
        monkeypatch.setenv("C2V_ICONIFY_URL", server.url)
        monkeypatch.setenv("C2V_ICONFINDER_URL", server.url)
        monkeypatch.setenv("ICONFINDER_API_KEY", SECRET)
        yield server
        server.shutdown()


def checked(*names: str) -> list[Finding]:
    objects = "\n".join(
        f'    a{i} = icon("{name}") at ({i / 10}, 0)' for i, name in enumerate(names))
    shown = ", ".join(f"a{i}" for i in range(len(names)))
    text = (f'c2v 1\nstoryboard "Icons" {{}}\nscene a "A" {{\n  objects {{\n{objects}\n  }}\n'
            f'  beat one "Show" {{ show {shown} }}\n}}\n')
    findings = c2v_dsl.check(text, "lesson.c2v", MemoryLoader()).findings
    for finding in findings:
        assert text[finding.span.start : finding.span.end].strip('"') in names
        assert SECRET not in finding.message + finding.help
    return list(findings)


def mended(text: str, findings: Iterable[Finding]) -> str:
    for finding in reversed(list(findings)):
        for edit in finding.fix.edits if finding.fix else ():
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def said(*names: str) -> tuple[str, str, str]:
    finding, = checked(*names)
    return finding.code, finding.message, finding.help


# ------------------------------------------------------------ the installed sets


def test_a_slip_is_told_and_can_bemended():
    text = ('c2v 1\nstoryboard "L" {}\nscene a "A" {\n  objects { a = icon("elefant-") at B2\n'
            '    b = icon("rockett") at B3 }\n  beat one "Show" { show a, b }\n}\n')
    findings = c2v_dsl.check(text, "l.c2v", MemoryLoader()).findings
    assert [f.code for f in findings] == ["C2V370", "C2V370"]
    assert findings[1].help == "did you mean `rocket`?"
    assert 'icon("rocket")' in mended(text, findings)


def test_names_with_the_same_word_are_proposed():
    code, message, help = said("battery-half")
    assert (code, message) == ("C2V370", 'there is no icon "battery-half"')
    assert "`battery`" in help


def test_a_name_without_quotes_is_told():
    text = ('c2v 1\nstoryboard "L" {}\nscene a "A" {\n  objects { a = icon(cat) at B2 }\n'
            '  beat one "Show" { show a }\n}\n')
    finding, = c2v_dsl.check(text, "l.c2v", MemoryLoader()).findings
    assert finding.help == 'write `"cat"`'
    fixed = mended(text, [finding])
    assert c2v_dsl.check(fixed, "l.c2v", MemoryLoader()).findings == ()


def test_a_name_that_follows_a_param_is_told():
    text = ('c2v 1\nstoryboard "L" {}\nscene a "A" {\n  param t = 1\n'
            '  objects { a = icon("dice-#{t:.0}") at B2 }\n'
            '  beat one "Show" { show a; set t to 2 }\n}\n')
    finding, = c2v_dsl.check(text, "l.c2v", MemoryLoader()).findings
    assert finding.code == "C2V307" and "`t`" in finding.message


def test_names_may_be_computed():
    text = ('c2v 1\nstoryboard "L" {}\nlet kinds = ["cat", "dog"]\nscene a "A" {\n'
            '  objects { for i in 0..1 { a[i] = icon(kinds[i]) at cell(1, i) } }\n'
            '  beat one "Show" { show a }\n}\n')
    assert c2v_dsl.check(text, "l.c2v", MemoryLoader()).findings == ()


def test_an_unknown_source_is_told():
    code, message, help = said("mdi:cat")
    assert (code, message) == ("C2V370", 'there is no source of icons called "mdi"')
    assert '`"iconify:mdi/cat"`' in help


def test_without_the_sets_it_is_said_how_to_install_them(monkeypatch):
    monkeypatch.setattr(icon_sets, "_archive", lambda icons: None)
    monkeypatch.setattr(icons, "names", lambda icons: frozenset())
    code, message, help = said("cat")
    assert code == "C2V370" and "no set of icons is installed" in message
    assert 'pip install "c2v[icons]"' in help


# ------------------------------------------------------------ Iconify


def test_an_icon_is_fetched_once_and_kept_with_its_licence(server):
    server.answers = {"/mdi.json": served(), "/collections": SETS}
    assert checked("iconify:mdi/cat", "iconify:mdi:cat") == []
    assert server.paths() == ["/mdi.json?icons=cat", "/collections?prefix=mdi"]
    assert checked("iconify:mdi/cat") == []
    assert len(server.asked) == 2, "kept on disk"
    kept = icons.there(icons.wanted("iconify:mdi/cat"))
    assert kept is not None and 'viewBox="0 0 24 24"' in kept.svg
    assert (kept.title, kept.author, kept.licence) == (
        "Material Design Icons", "Pictogrammers", "Apache 2.0")


def test_aliases_are_followed_and_turned(server):
    server.answers = {"/mdi.json": (200, {}, {
        "prefix": "mdi", "icons": {"cat": {"body": BODY, "left": 1, "width": 20}}, "height": 24,
        "aliases": {"pet": {"parent": "kitty", "hFlip": True}, "kitty": {"parent": "cat",
                                                                          "rotate": 1}}})}
    assert checked("iconify:mdi/pet") == []
    svg = icons.there(icons.wanted("iconify:mdi/pet")).svg
    assert 'viewBox="1 0 20 24"' in svg
    assert 'transform="translate(22 0) scale(-1 1) rotate(90 11 12)"' in svg


def test_what_is_not_there_is_told_with_what_is_near_and_believed_for_a_day(server, monkeypatch):
    server.answers = {"/mdi.json": (200, {}, {"prefix": "mdi", "icons": {}, "not_found": ["kat"]}),
                      "/search": (200, {}, {"icons": ["ph:cat", "mdi:cat", 7]})}
    code, message, help = said("iconify:mdi/kat")
    assert (code, message) == ("C2V370", 'Iconify has no icon "mdi/kat"')
    assert help == 'did you mean `"iconify:mdi/cat"` or `"iconify:ph/cat"`?'
    asked = len(server.asked)
    assert said("iconify:mdi/kat")[0] == "C2V370" and len(server.asked) == asked
    later = time.time() + 2 * 86400
    monkeypatch.setattr(icon_store.time, "time", lambda: later)
    server.answers["/mdi.json"] = served("kat")
    assert checked("iconify:mdi/kat") == []


def test_an_unknown_set_is_not_found(server):
    assert said("iconify:nosuch/cat")[:2] == ("C2V370", 'Iconify has no icon "nosuch/cat"')


@pytest.mark.parametrize("name", [
    "cat", "mdi", "mdi/", "mdi/c%t", "../etc/passwd", "mdi/a?b", "é/é"])
def test_a_name_that_is_none_asks_nobody(server, name):
    code, message, help = said(f"iconify:{name}")
    assert code == "C2V371" and "SET/NAME" in message and "iconify:mdi/cat" in help
    assert server.asked == []


def slow(handler):
    time.sleep(3)


def dripping(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        time.sleep(0.1)
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return


def dripping_headers(handler):
    for _ in range(100):
        time.sleep(0.1)
        try:
            handler.wfile.write(b"H")
            handler.wfile.flush()
        except OSError:
            return


def cut_off(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"{")


def hung_up(handler):
    handler.connection.close()


def nonsense(handler):
    handler.wfile.write(b"\x00\x01 what is this\r\n\r\n")


@pytest.mark.parametrize(("answer", "said_"), [
    ((401, {}, b""), "does not take the key (status 401)"),
    ((402, {}, b""), "wants money for it (status 402)"),
    ((403, {}, b""), "does not allow it (status 403)"),
    ((418, {}, b""), "refuses (status 418)"),
    ((429, {}, b""), "asks to come back later (status 429)"),
    ((429, {"Retry-After": "90"}, b""), "asks to come back in 90 s (status 429)"),
    ((429, {"Retry-After": "3600"}, b""), "asks to come back in 60 minutes"),
    ((429, {"Retry-After": "soon"}, b""), "asks to come back later"),
    ((500, {}, b"oops"), "is out of order (status 500)"),
    ((503, {}, b""), "asks to come back later (status 503)"),
    ((200, {}, b"<html>Sign in to the hotel</html>"), "answers with something that is no icon"),
    ((200, {}, b"\xff\xfe\x00"), "answers with something that is no icon"),
    ((200, {}, b"[1, 2]"), "answers with something that is no icon"),
    ((200, {}, b"[" * 100_000), "answers with something that is no icon"),
    ((200, {}, b" " * 2_000_000), "answers with more than an icon can be"),
    ((302, {"Location": "file:///etc/passwd"}, b""), ""),
    ((302, {"Location": "ftp://127.0.0.1/x"}, b""), ""),
    ((302, {"Location": "/mdi.json"}, b""), "refuses (status 302)"),
    (slow, "did not answer in time"),
    (dripping, "did not answer in time"),
    (dripping_headers, "did not answer in time"),
    (cut_off, "broke off"),
    (hung_up, ""),
    (nonsense, ""),
])
def test_whatever_a_server_does_is_a_finding_soon(server, monkeypatch, answer, said_):
    monkeypatch.setattr(web, "PATIENCE", 0.4)
    monkeypatch.setattr(icon_desk.Desk.__init__, "__defaults__", (1.0,))
    server.answers = {"/mdi.json": answer}
    began = time.monotonic()
    code, message, help = said("iconify:mdi/cat")
    assert time.monotonic() - began < 2
    assert code == "C2V371" and help
    assert message.startswith(f"Iconify {said_}")
    assert not icon_store.path_of(icons.wanted("iconify:mdi/cat")).exists()


def test_a_short_wait_that_is_asked_for_is_waited(server):
    server.answers = {"/mdi.json": [(429, {"Retry-After": "0.2"}, b""), served()]}
    assert checked("iconify:mdi/cat") == []
    assert server.paths().count("/mdi.json?icons=cat") == 2


def test_a_date_to_come_back_at_is_understood(server):
    server.answers = {"/mdi.json": (429, {"Retry-After": formatdate(time.time() + 600)}, b"")}
    assert "asks to come back in 10 minutes" in said("iconify:mdi/cat")[1]


def test_no_network_is_said_once_for_a_server_and_not_waited_for_again(server, monkeypatch):
    monkeypatch.setenv("C2V_ICONIFY_URL", "http://127.0.0.1:9")
    findings = checked("iconify:mdi/cat", "iconify:mdi/dog")
    assert [f.code for f in findings] == ["C2V371"] * 2
    assert findings[0].message == "Iconify cannot be reached: Connection refused"
    assert "installed sets" in findings[0].help


def test_all_fetches_together_have_a_limit(server, monkeypatch):
    monkeypatch.setattr(icon_desk.Desk.__init__, "__defaults__", (0.5,))
    server.answers = {"/mdi.json": dripping}
    began = time.monotonic()
    findings = checked(*(f"iconify:mdi/cat-{i}" for i in range(10)))
    assert len(findings) == 10 and time.monotonic() - began < 1.5


def test_offline_means_offline(server, monkeypatch):
    monkeypatch.setenv("C2V_OFFLINE", "1")
    code, message, _help = said("iconify:mdi/cat")
    assert code == "C2V371" and "C2V_OFFLINE" in message and server.asked == []
    monkeypatch.delenv("C2V_OFFLINE")
    server.answers = {"/mdi.json": served()}
    assert checked("iconify:mdi/cat") == []
    monkeypatch.setenv("C2V_OFFLINE", "1")
    assert checked("iconify:mdi/cat") == []


def test_an_old_icon_serves_where_it_cannot_be_fetched_anew(server, monkeypatch):
    server.answers = {"/mdi.json": served()}
    assert checked("iconify:mdi/cat") == []
    later = time.time() + 400 * 86400
    monkeypatch.setattr(icon_store.time, "time", lambda: later)
    server.answers = {"/mdi.json": (500, {}, b"")}
    asked = len(server.asked)
    assert checked("iconify:mdi/cat") == []
    assert len(server.asked) == asked + 1


@pytest.mark.parametrize(("body", "said_"), [
    ("<script>boom()</script>" + BODY, "holds a script"),
    ('<path onload="boom()" d="M0 0h1v1z"/>', "holds an event handler"),
    (BODY + '<image href="http://127.0.0.1:9/x.png"/>', "holds a picture inside it"),
    ('<use href="http://127.0.0.1:9/x.svg#a"/>', "holds a link to something outside the file"),
    ("<path", "is broken XML"),
    ("<g>" * 200 + "</g>" * 200, "has elements within elements"),
])
def test_a_drawing_that_does_more_than_draw_is_refused(server, body, said_):
    server.answers = {"/mdi.json": served(body=body)}
    code, message, _help = said("iconify:mdi/cat")
    assert code == "C2V371"
    assert message.startswith(f'what Iconify sent for "iconify:mdi/cat" {said_}')


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"icon": 3}', b"\xff" * 9])
def test_a_damaged_file_among_those_kept_is_fetched_anew(server, damage):
    server.answers = {"/mdi.json": served()}
    assert checked("iconify:mdi/cat") == []
    path = icon_store.path_of(icons.wanted("iconify:mdi/cat"))
    path.write_bytes(damage)
    assert checked("iconify:mdi/cat") == []
    assert icons.there(icons.wanted("iconify:mdi/cat")) is not None


def test_what_cannot_be_kept_is_said(server, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("C2V_CACHE", str(tmp_path / "file"))
    server.answers = {"/mdi.json": served()}
    code, message, help = said("iconify:mdi/cat")
    assert code == "C2V371" and "cannot be kept" in message and "C2V_CACHE" in help


def test_many_processes_may_fetch_at_once(server, tmp_path):
    server.answers = {"/mdi.json": served()}
    program = ("from c2v_dsl.assets.icon_desk import Desk; from c2v_dsl.assets.icons import wanted;"
               "print(type(Desk().find(wanted('iconify:mdi/cat'))).__name__)")
    runs = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
            for _ in range(4)]
    assert [run.communicate()[0].strip() for run in runs] == ["Icon"] * 4
    assert [p.name for p in (tmp_path / "cache" / "icons").iterdir()] == [
        icon_store.path_of(icons.wanted("iconify:mdi/cat")).name]


# ------------------------------------------------------------ IconFinder


def found(server, **more):
    def icon(number, premium=False, format="svg", host=server.url):
        return {"icon_id": number, "is_premium": premium, "vector_sizes": [{"formats": [
            {"format": format, "download_url": f"{host}/v4/icons/{number}/formats/svg"}]}]}

    details = {**icon(3), "iconset": {"name": "Pets", "author": {"name": "Ann"},
                                      "license": {"name": "MIT"}}}
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{BODY}</svg>'
    return {
        "/v4/icons/search": (200, {}, {"icons": [
            icon(1, premium=True), icon(2, format="png"), icon(4, host="http://evil.example"),
            icon(3)]}),
        "/v4/icons/3": (200, {}, details),
        "/v4/icons/3/formats/svg": (200, {}, svg.encode()), **more,
    }


def test_the_first_free_drawing_of_a_search_is_taken(server):
    server.answers = found(server)
    assert checked("iconfinder:Cat on  a roof") == []
    assert server.paths() == [
        "/v4/icons/search?query=cat%20on%20a%20roof&count=10&vector=true&premium=false",
        "/v4/icons/3", "/v4/icons/3/formats/svg"]
    assert {key for _, key in server.asked} == {f"Bearer {SECRET}"}
    icon = icons.there(icons.wanted("iconfinder:cat on a roof"))
    assert (icon.title, icon.author, icon.licence) == ("Pets", "Ann", "MIT")
    assert icon.url == "https://www.iconfinder.com/icons/3"
    assert SECRET not in icon_store.path_of(icons.wanted("iconfinder:cat on a roof")).read_text()


def test_an_icon_may_be_named_by_its_number(server):
    server.answers = found(server)
    assert checked("iconfinder:3") == []
    assert server.paths() == ["/v4/icons/3", "/v4/icons/3/formats/svg"]


def test_a_search_without_a_free_drawing_finds_nothing(server):
    server.answers = {"/v4/icons/search": (200, {}, {"total_count": 0, "icons": []})}
    assert said("iconfinder:cat")[:2] == ("C2V370", 'IconFinder has no icon "cat"')


@pytest.mark.parametrize(("answer", "said_"), [
    ((401, {}, {"code": "bad_credentials"}), "does not take the key (status 401)"),
    ((403, {}, {"code": "permission_denied"}), "does not allow it (status 403)"),
    ((429, {"Retry-After": "60"}, b""), "asks to come back in 60 s"),
    ((200, {}, {"icons": [{"icon_id": "x", "vector_sizes": [{"formats": [
        {"format": "svg", "download_url": "/"}]}]}]}), "has no icon"),
    ((200, {}, {"icons": {"a": 1}}), "has no icon"),
    ((200, {}, {"icons": [{"vector_sizes": 3}]}), "answers with something that is no icon"),
    ((200, {}, b"<html>"), "answers with something that is no icon"),
])
def test_troubles_of_iconfinder_are_told_without_the_key(server, answer, said_):
    server.answers = {"/v4/icons/search": answer}
    assert said("iconfinder:cat")[1].startswith(f"IconFinder {said_}")


def test_the_key_is_not_carried_to_another_server(server):
    with Server() as other:
        threading.Thread(target=other.serve_forever, args=(0.02,), daemon=True).start()
        server.answers = found(server, **{"/v4/icons/3/formats/svg": (
            302, {"Location": f"{other.url}/drawing.svg"}, b"")})
        other.answers = {"/drawing.svg": (200, {}, b"<svg xmlns='http://www.w3.org/2000/svg'/>")}
        checked("iconfinder:cat")
        assert other.asked == [("/drawing.svg", None)]
        other.shutdown()


def test_without_a_key_it_is_said_where_it_stands(server, monkeypatch, tmp_path):
    monkeypatch.delenv("ICONFINDER_API_KEY")
    code, message, help = said("iconfinder:cat")
    assert (code, message) == ("C2V371", "IconFinder needs a key")
    assert "ICONFINDER_API_KEY" in help and server.asked == []
    monkeypatch.setenv("C2V_ICONFINDER_KEY_FILE", str(tmp_path / "key"))
    assert "cannot be read: No such file" in said("iconfinder:cat")[1]
    (tmp_path / "key").write_text(f"{SECRET}\n")
    server.answers = found(server)
    assert checked("iconfinder:cat") == []


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "schlüssel", "x" * 600])
def test_a_key_that_is_none_is_not_sent_and_not_shown(server, monkeypatch, key):
    monkeypatch.setenv("ICONFINDER_API_KEY", key)
    code, message, help = said("iconfinder:cat")
    assert code == "C2V371" and key not in message + help and server.asked == []
