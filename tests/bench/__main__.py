"""``make bench``: every measurement, one after the other."""

from __future__ import annotations

from . import check, render

print("# Checking")
check.main()
print("# Rendering")
render.main()
