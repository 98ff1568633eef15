"""Being called wrongly and the machine's refusals: one sentence and exit status 2."""

from __future__ import annotations

import errno

OK, ERRORS, FAULT = 0, 1, 2
"""Exit statuses: clean or only warnings, errors in the storyboard, called wrongly or a fault."""


class Fault(Exception):
    """A clear sentence for the person at the terminal, without its final full stop."""


def os_sentence(error: OSError, path: str, doing: str) -> str:
    """The operating system's answer to ``doing`` (``read``, ``write``) ``path``, in words."""
    match error.errno:
        case errno.ENOENT:
            return f"cannot {doing} {path}: there is no such file or folder"
        case errno.EISDIR:
            return f"cannot {doing} {path}: it is a folder, a file is needed"
        case errno.ENOTDIR | errno.EEXIST:
            return f"cannot {doing} {path}: a part of the path is a file, not a folder"
        case errno.EACCES | errno.EPERM:
            return f"cannot {doing} {path}: this user may not {doing} there"
        case errno.EROFS:
            return f"cannot {doing} {path}: the disk is read-only"
        case errno.ENOSPC | errno.EDQUOT:
            return f"cannot {doing} {path}: the disk is full"
        case errno.ENAMETOOLONG:
            return f"cannot {doing} {path[:40]}…: the name is too long"
    return f"cannot {doing} {path}: {error.strerror or error}"
