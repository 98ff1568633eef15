#!/bin/sh
# Makes the environment in .venv: system libraries where they are missing and may be installed,
# then the packages at the versions of requirements.lock.
#   sh scripts/setup.sh        what rendering needs, the sets of icons and Gemini included
#   sh scripts/setup.sh dev    and what the tests need
set -eu
cd "$(dirname "$0")/.."
extra=${1:-}
log=build/setup.log
started=$(date +%s)

say() { printf '%s\n' "$*"; }
stop() { say "setup: $*" >&2; exit 1; }

# ------------------------------------------------------------------ Python

suits() { command -v "$1" >/dev/null 2>&1 &&
  "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; }

python=
for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 python; do
  if suits "$candidate"; then python=$candidate; break; fi
done
[ -n "$python" ] || stop "c2v needs Python 3.11, 3.12 or 3.13; install one and run make again (or name it: make PYTHON=/path/to/python3.12 setup)."

# ------------------------------------------------------------------ system libraries

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  else sudo -n "$@"; fi
}
may_be_root() { [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }; }

lacking() {
  command -v pkg-config >/dev/null 2>&1 || { echo pkg-config; return; }
  pkg-config --exists pangocairo 2>/dev/null || { echo pango; return; }
  pkg-config --exists cairo 2>/dev/null || { echo cairo; return; }
  [ "$(uname)" = Darwin ] || command -v cc >/dev/null 2>&1 || { echo "a C compiler"; return; }
  "$python" -c 'import os, sys, sysconfig; sys.exit(not os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")))' ||
    { echo "Python's headers"; return; }
  "$python" -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv"; return; }
}

# Walls around hatch code; without them what models write does not run, and all else does.
install_bubblewrap() {
  [ "$(uname)" = Linux ] && ! command -v bwrap >/dev/null 2>&1 && may_be_root || return 0
  if command -v apt-get >/dev/null 2>&1; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends bubblewrap >>"$log" 2>&1 || true
  elif command -v dnf >/dev/null 2>&1; then
    as_root dnf install -y -q bubblewrap >>"$log" 2>&1 || true
  fi
}

install_libraries() {
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  if command -v apt-get >/dev/null 2>&1; then
    packages="build-essential pkg-config libcairo2-dev libpango1.0-dev python3-dev python3-venv"
    # A Python beside Debian's own brings its headers in packages with its version.
    case "$(command -v "$python")" in
      /usr/bin/python3.*) packages="$packages python$version-dev python$version-venv" ;;
    esac
    command="apt-get install -y $packages"
    if may_be_root; then
      say "Installing system libraries ($missing is missing) …"
      as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >>"$log" 2>&1 || true
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >>"$log" 2>&1 && return
    else command="sudo $command"; fi
  elif command -v dnf >/dev/null 2>&1; then
    packages="gcc pkgconf-pkg-config cairo-devel pango-devel python3-devel"
    command="dnf install -y $packages"
    if may_be_root; then
      say "Installing system libraries ($missing is missing) …"
      as_root dnf install -y -q $packages >>"$log" 2>&1 && return
    else command="sudo $command"; fi
  elif command -v brew >/dev/null 2>&1; then
    command="brew install pkg-config cairo pango"
    say "Installing system libraries ($missing is missing) …"
    HOMEBREW_NO_AUTO_UPDATE=1 brew install -q pkg-config cairo pango >>"$log" 2>&1 && return
  else
    command="your package manager for: a C compiler, pkg-config, and the headers of cairo, pango and Python"
  fi
  stop "$missing is missing and could not be installed from here; please run: $command"
}

mkdir -p build
: >"$log"
missing=$(lacking)
if [ -n "$missing" ]; then
  install_libraries
  missing=$(lacking)
  [ -z "$missing" ] || stop "$missing is still missing; $log says what was tried."
fi

install_bubblewrap

# ------------------------------------------------------------------ packages

if ! { suits .venv/bin/python && .venv/bin/python -m pip --version; } >/dev/null 2>&1; then
  say "Making .venv with $("$python" --version) …"
  rm -rf .venv
  "$python" -m venv .venv >>"$log" 2>&1 ||
    stop "$python could not make a virtual environment; $log says why."
fi
say "Installing packages, a few minutes the first time …"
PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install --quiet --constraint requirements.lock \
  --editable ".[icons,gemini${extra:+,openai,$extra}]" >>"$log" 2>&1 || {
  tail -n 15 "$log" >&2
  stop "installing packages failed; the whole story is in $log."
}
touch ".venv/ready${extra:+-$extra}" .venv/ready
say "Ready in $(($(date +%s) - started)) s."
