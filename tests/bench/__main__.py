"""``make bench``: every measurement, one after the other."""

from __future__ import annotations

from . import check, followers, many, render, run

print("# Checking")
check.main()
many.main()
print("# Rendering")
render.main()
followers.main()
print("# A run")
run.main()
