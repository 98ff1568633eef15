"""Scenes drawn side by side, on any executor."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for

from .job import Job, Outcome
from .runner import Children, OnFrames, run_job

Run = Callable[[Job], Outcome]


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
    children = Children()
    pool = ThreadPoolExecutor(max(1, min(workers, len(jobs))), "scene")
    try:
        return _results([pool.submit(run_job, job, children, on_frames, silence) for job in jobs])
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


def _results(futures: list[Future[Outcome]]) -> list[Outcome]:
    while wait_for(futures, timeout=0.5).not_done:
        pass
    return [future.result() for future in futures]
