"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def described(folder: Path) -> dict[str, str | int | float]:
    """Processor, cores, memory in GB, system, Python, the file system of a folder, and the load of the last minute."""
    return {
        "processor": _field(Path("/proc/cpuinfo"), "model name") or platform.processor(),
        "cores": os.cpu_count() or 0,
        "memory_gb": round(int((_field(Path("/proc/meminfo"), "MemTotal") or "0").split()[0]) / 1024**2),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "file_system": file_system(folder.resolve(), Path("/proc/mounts")),
        "load": round(os.getloadavg()[0], 1),
    }


def file_system(folder: Path, mounts: Path) -> str:
    """The kind of file system that holds a folder, by the longest mount point above it; empty where mounts are not listed."""
    if not mounts.exists():
        return ""
    every = (line.split()[1:3] for line in mounts.read_text(encoding="utf-8").splitlines())
    above = [(point, kind) for point, kind in every if folder.is_relative_to(point)]
    return max(above, key=lambda mount: len(mount[0]))[1] if above else ""


def _field(path: Path, name: str) -> str:
    """The first value of a name in a file of lines "name : value"; empty where there is none."""
    if not path.exists():
        return ""
    lines = (line.partition(":") for line in path.read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")
