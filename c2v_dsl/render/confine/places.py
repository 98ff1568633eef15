"""Which files a child needs to read, and which it is given."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]

_SYSTEM = (
    "/usr/lib", "/usr/lib64", "/usr/libexec", "/usr/local/lib", "/lib", "/lib64", "/nix/store",
    "/usr/share/fonts", "/usr/share/fontconfig", "/usr/share/locale", "/usr/share/zoneinfo",
    "/usr/share/X11/locale", "/usr/local/share/fonts", "/etc/fonts", "/etc/ld.so.cache",
    "/etc/localtime", "/var/cache/fontconfig", "/opt/homebrew", "/System/Library",
    "/System/Volumes/Preboot", "/Library/Fonts", "/private/var/db/timezone",
)  # fmt: skip

DEVICES = ("/dev/null", "/dev/urandom", "/dev/zero")


@cache
def readable() -> tuple[str, ...]:
    """Folders that Python, its packages, this package and fonts are in; none that is a home."""
    own = [PACKAGE, *(PACKAGE.parent / name for name in ("grammar", "stdlib_scenes"))]
    homes = {str(Path.home()), "/", str(PACKAGE.parent)}
    pythons = [sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path]
    fonts = [_home("XDG_DATA_HOME", ".local/share") / "fonts", Path.home() / ".fonts",
             _home("XDG_CACHE_HOME", ".cache") / "fontconfig"]
    libraries = os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep)
    libraries += [os.environ.get(name, "") for name in ("FONTCONFIG_FILE", "FONTCONFIG_PATH")]
    cached = [sys.pycache_prefix] if sys.pycache_prefix else []
    program = Path(sys.executable)
    wanted = [*map(str, own), *pythons, *map(str, fonts), *libraries, *cached, *_SYSTEM,
              str(program), str(program.resolve())]
    return tuple(dict.fromkeys(p for p in wanted if _is_fit(p, homes)))


def _is_fit(path: str, homes: set[str]) -> bool:
    """Whether ``path`` is there and holds no home, nor the checkout this package may be in."""
    if not path or not Path(path).is_absolute() or not Path(path).exists():
        return False
    real = str(Path(path).resolve())
    return not any(home == real or home.startswith(real.rstrip("/") + "/") for home in homes)


def environment(scratch: str) -> dict[str, str]:
    """All that a confined child is told: where things are, and its scratch folder as its home."""
    kept = {name: os.environ[name] for name in
            ("LD_LIBRARY_PATH", "PYTHONHOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
             "XDG_DATA_DIRS") if name in os.environ}  # fmt: skip
    paths = [str(PACKAGE.parent), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {
        **kept,
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
        "HOME": scratch, "TMPDIR": scratch,
        "XDG_DATA_HOME": str(_home("XDG_DATA_HOME", ".local/share")),
        "XDG_CACHE_HOME": str(_home("XDG_CACHE_HOME", ".cache")),
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
        "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "4",
        **({"PYTHONPYCACHEPREFIX": sys.pycache_prefix} if sys.pycache_prefix else {}),
    }  # fmt: skip


def _home(variable: str, usual: str) -> Path:
    chosen = os.environ.get(variable)
    return Path(chosen) if chosen else Path.home() / usual


def outermost(paths: Iterable[str]) -> list[str]:
    """``paths`` without those that lie below another of them, parents first."""
    found: list[str] = []
    for path in sorted(set(paths), key=lambda p: (p.count("/"), p)):
        if not any(path.startswith(known.rstrip("/") + "/") for known in found):
            found.append(path)
    return found
