"""seccomp: what a process may ask the kernel for, by a small filter in classic BPF.

What is not listed passes: the list names every call that leads out of the process (other
processes, the network, rights and owners of files, mounts, devices) and those no renderer needs.
Calls that are newer than the list are refused as unknown.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct

_NO_NEW_PRIVS = 38
_FILTER = 1  # SECCOMP_SET_MODE_FILTER
_FILTER_ALL_THREADS = 1

_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_LOAD, _EQUAL, _AT_LEAST, _HAS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCH, _FIRST, _SECOND = 0, 4, 16, 24  # offsets in struct seccomp_data

_THREAD = 0x00010000  # CLONE_THREAD
_NEWEST = 469
"""The last call that the list was made for."""

_MACHINES = {"x86_64": (0, 0xC000003E, 317), "aarch64": (1, 0xC00000B7, 277)}
"""Column of the table, AUDIT_ARCH, number of ``seccomp``."""

_DENIED: dict[str, tuple[int | None, int | None]] = {
    # the network
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200),
    "listen": (50, 201), "accept": (43, 202), "accept4": (288, 242), "sendto": (44, 206),
    "sendmsg": (46, 211), "sendmmsg": (307, 269), "recvmsg": (47, 212), "recvmmsg": (299, 243),
    # other programs and processes
    "execve": (59, 221), "execveat": (322, 281), "fork": (57, None), "vfork": (58, None),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "process_madvise": (440, 440), "process_mrelease": (448, 448), "kcmp": (312, 272),
    "pidfd_open": (434, 434), "pidfd_getfd": (438, 438), "pidfd_send_signal": (424, 424),
    "tkill": (200, 130), "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240),
    "setpriority": (141, 140), "ioprio_set": (251, 30), "sched_setaffinity": (203, 122),
    "sched_setscheduler": (144, 119), "sched_setparam": (142, 118), "sched_setattr": (314, 274),
    "migrate_pages": (256, 238), "move_pages": (279, 239),
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195), "semget": (64, 190),
    "semop": (65, 193), "semtimedop": (220, 192), "semctl": (66, 191), "msgget": (68, 186),
    "msgsnd": (69, 189), "msgrcv": (70, 188), "msgctl": (71, 187), "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    # rights, owners, times and kinds of files, which Landlock leaves alone
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452),
    "chown": (92, None), "lchown": (94, None), "fchown": (93, 55), "fchownat": (260, 54),
    "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7), "setxattrat": (463, 463),
    "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "removexattrat": (466, 466), "utime": (132, None), "utimes": (235, None),
    "futimesat": (261, None), "utimensat": (280, 88), "mknod": (133, None), "mknodat": (259, 33),
    "file_setattr": (469, 469), "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265), "inotify_init": (253, None), "inotify_init1": (294, 26),
    "fanotify_init": (300, 262), "memfd_create": (319, 279), "memfd_secret": (447, 447),
    # mounts and namespaces
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "unshare": (272, 97), "setns": (308, 268), "open_tree": (428, 428), "move_mount": (429, 429),
    "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433),
    "mount_setattr": (442, 442), "open_tree_attr": (467, 467), "statmount": (457, 457),
    "listmount": (458, 458),
    # the kernel's wide surfaces
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282),
    "keyctl": (250, 219), "add_key": (248, 217), "request_key": (249, 218),
    "init_module": (175, 105), "finit_module": (313, 273), "delete_module": (176, 106),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "reboot": (169, 142),
    "swapon": (167, 224), "swapoff": (168, 225), "acct": (163, 89), "quotactl": (179, 60),
    "quotactl_fd": (443, 443), "syslog": (103, 116), "personality": (135, 92),
    "modify_ldt": (154, None),
}  # fmt: skip

_CLONE, _CLONE3 = (56, 220), (435, 435)
_TO_ITSELF = {"kill": (62, 129), "tgkill": (234, 131)}
_LIMITS = (302, 261)  # prlimit64
_ASKED = {
    "fcntl": ((72, 25), (8, 10, 15, 1024, 1026)),  # owners of signals, leases, notices
    "ioctl": ((16, 29), (0x8901, 0x8902, 0x5412)),  # the same, and typing into a terminal
}


def known() -> bool:
    """Whether there is a filter for this machine's processor."""
    return os.uname().machine in _MACHINES


def program(machine: str, process: int) -> bytes:
    """The filter for the process with the number ``process``, as ``struct sock_filter``s."""
    column, arch, _ = _MACHINES[machine]
    refuse, unknown = _ERRNO | errno.EPERM, _ERRNO | errno.ENOSYS
    code = [
        (_LOAD, 0, 0, _ARCH), (_EQUAL, 1, 0, arch), (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _NEWEST + 1), (_RETURN, 0, 0, unknown),
        # glibc falls back on clone, whose flags can be seen
        (_EQUAL, 0, 1, _CLONE3[column]), (_RETURN, 0, 0, unknown),
        (_EQUAL, 0, 4, _CLONE[column]), (_LOAD, 0, 0, _FIRST),
        (_HAS, 0, 1, _THREAD), (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, refuse),
        (_EQUAL, 0, 5, _LIMITS[column]), (_LOAD, 0, 0, _FIRST),
        (_EQUAL, 1, 0, 0), (_EQUAL, 0, 1, process),
        (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, refuse),
    ]  # fmt: skip
    for numbers in _TO_ITSELF.values():
        code += [
            (_EQUAL, 0, 4, numbers[column]), (_LOAD, 0, 0, _FIRST),
            (_EQUAL, 0, 1, process), (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, refuse),
        ]  # fmt: skip
    for numbers, commands in _ASKED.values():
        code += [(_EQUAL, 0, 2 + 2 * len(commands), numbers[column]), (_LOAD, 0, 0, _SECOND)]
        for command in commands:
            code += [(_EQUAL, 0, 1, command), (_RETURN, 0, 0, refuse)]
        code += [(_RETURN, 0, 0, _ALLOW)]
    for pair in _DENIED.values():
        if (number := pair[column]) is not None:
            code += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, refuse)]
    code += [(_RETURN, 0, 0, _ALLOW)]
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def restrict() -> None:
    """Put up the filter for all threads of this process.

    Raises:
        OSError: the kernel refuses, or the processor is another one.
    """
    machine = os.uname().machine
    if machine not in _MACHINES:
        raise OSError(errno.ENOSYS, f"no filter for {machine}")
    code = program(machine, os.getpid())
    filter = _Program(len(code) // 8, code)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.syscall(
        _MACHINES[machine][2], ctypes.c_uint(_FILTER), ctypes.c_uint(_FILTER_ALL_THREADS),
        ctypes.byref(filter),
    ):  # fmt: skip
        raise OSError(ctypes.get_errno(), "seccomp")
