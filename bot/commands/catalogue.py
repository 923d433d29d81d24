"""Catalogue files in and out."""

import sys
from pathlib import Path

from backend.catalog import files
from backend.catalog.transfer import export_catalogue, import_catalogue
from backend.settings import Settings
from bot.commands.desk import opened
from bot.startup import CannotStart, words


async def import_file(settings: Settings, file: Path) -> None:
    """All or nothing. Raises CannotStart for a file that cannot be read, Invalid for what it says."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise CannotStart("cli-file-missing", file=str(file)) from error
    contents = files.read(file.name, data)
    async with opened(settings) as database, database.begin() as work:
        await import_catalogue(work, contents)
    counts = {"products": len(contents.products), "faults": len(contents.faults), "units": len(contents.units)}
    print(words("cli-imported", file=str(file), **counts))


async def export_file(settings: Settings, file: Path | None) -> None:
    """To the file, whose ending says TOML or CSV, or as TOML to standard output."""
    async with opened(settings) as database, database.read() as work:
        contents = await export_catalogue(work)
    if file is None:
        sys.stdout.write(files.write("catalogue.toml", contents).decode())
    else:
        file.write_bytes(files.write(file.name, contents))
        print(words("cli-exported", file=str(file)))
