"""All scenes of an outline, side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from ..client import Client
from .bench import Bench
from .plan import Outline, chains
from .record import Attempt, SceneDraft
from .scene import TRIES, write_scene
from .wish import Wish


def write_scenes(
    client: Client, wish: Wish, outline: Outline, *, workers: int = 8,
    tries: tuple[int, int, int] = TRIES, bench: Bench | None = None,
    on_attempt: Callable[[int, Attempt], None] | None = None,
    on_scene: Callable[[int, SceneDraft], None] | None = None,
    known: Mapping[int, SceneDraft] | None = None,
) -> list[SceneDraft]:
    """Every scene of the outline; one that continues another waits for it.

    What comes out does not depend on the order in which answers come.

    Args:
        workers: scenes that are asked for at once.
        on_attempt: told of each question with the scene's number, from the thread that asked.
        on_scene: told of each scene that is done.
        known: scenes by number that need not be written.

    Raises:
        Unanswered: no answer came for a scene (also: `Spent`).
        OSError: no temporary folder can be made.
    """
    desk = bench or Bench()
    drafts = dict(known or {})

    def write(chain: list[int]) -> None:
        for place, number in enumerate(chain):
            if number in drafts:
                continue
            drafts[number] = write_scene(
                client, wish, outline, number, tries=tries, bench=desk,
                on_attempt=partial(on_attempt, number) if on_attempt else None,
                before=[drafts[other] for other in chain[:place]])
            if on_scene is not None:
                on_scene(number, drafts[number])

    with ThreadPoolExecutor(max(1, workers)) as pool:
        for future in [pool.submit(write, chain) for chain in chains(outline)]:
            future.result()
    return [drafts[number] for number in range(len(outline.scenes))]
