"""Scenes drawn side by side, on any executor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from functools import partial
from typing import TypeVar

from .job import Job, Outcome
from .runner import Children, OnFrames, Sound, run_batch, run_job

T = TypeVar("T")


def run_jobs(
    jobs: list[Job],
    workers: int,
    silence: float,
    on_frames: OnFrames | None = None,
    executor: Executor | None = None,
) -> list[Outcome]:
    """The outcomes of ``jobs``, in their order.

    Threads drive one child process each; with ``executor`` the jobs, plain data, go there and
    ``on_frames`` is not told. When interrupted, every child has ended before this returns.
    """
    if executor is not None:
        return _elsewhere(jobs, silence, executor)
    return _side_by_side(
        [partial(run_job, job, on_frames=on_frames, silence=silence) for job in jobs], workers)


def run_batches(
    batches: list[list[Job]], silence: float, sound: Sound | None = None
) -> list[list[Outcome]]:
    """The outcomes of batches of jobs, side by side; see `run_batch`.

    When interrupted, every child has ended before this returns.
    """
    return _side_by_side(
        [partial(run_batch, jobs, silence=silence, sound=sound) for jobs in batches],
        len(batches))


def _side_by_side(calls: Sequence[Callable[..., T]], workers: int) -> list[T]:
    """The answers of ``calls``, each given the ``children`` that end together."""
    children = Children()
    pool = ThreadPoolExecutor(max(1, min(workers, len(calls))), "scene")
    try:
        return _results([pool.submit(call, children=children) for call in calls])
    except BaseException:
        children.stop()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _elsewhere(jobs: list[Job], silence: float, executor: Executor) -> list[Outcome]:
    futures = [executor.submit(run_job, job, None, None, silence) for job in jobs]
    try:
        return _results(futures)
    except BaseException:
        for future in futures:
            future.cancel()
        raise


def _results(futures: list[Future[T]]) -> list[T]:
    while wait_for(futures, timeout=0.5).not_done:
        pass
    return [future.result() for future in futures]
