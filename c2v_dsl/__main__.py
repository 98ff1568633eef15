"""``python -m c2v_dsl`` is ``c2v``."""

from .cli import main

main()
