"""What files look like: the commands `schema`, and `example`, which writes a file to try things on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

import civic_rules as cr
from civic_rules.cli.options import InLang, Lang, OutFile, bad
from civic_rules.cli.output import write
from civic_rules.errors import did_you_mean, expected, shown
from civic_rules.intake import entity_text
from civic_rules.intake.kinds import entity_type, kind_names
from civic_rules.messages import both, joined, said

EXAMPLES = ("weihai", "yancheng-district")
"""The examples that can be written."""


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="[KIND|rulebook|trace]", help="community, county ..., rulebook or trace.")
    ] = ("community"),
    out: OutFile = None,
    lang: InLang = Lang.EN,  # noqa: ARG001  the language of messages
) -> int:
    """Print the JSON Schema of a kind of entity, of a rulebook, or of a trace of what follows."""
    if kind == "trace":
        from civic_rules.inference import trace_schema  # noqa: PLC0415  only this schema needs the room

        made = trace_schema()
    elif kind == "rulebook":
        made = cr.Rulebook.json_schema()
    elif kind in kind_names():
        made = entity_type(kind).model_json_schema()
    else:
        hint = did_you_mean(kind, ["rulebook", "trace", *kind_names()])
        message = said(
            "there is no schema of {kind}{hint}", "没有 {kind} 的 JSON Schema{hint}", kind=shown(kind), hint=hint
        )
        raise bad(message, "KIND")
    write(json.dumps(made, ensure_ascii=False, indent=2) + "\n", out)
    return 0


def example(
    name: Annotated[str, typer.Argument(metavar="NAME", help=" or ".join(EXAMPLES))],
    out: OutFile = None,
    lang: InLang = Lang.EN,  # noqa: ARG001  the language of messages
) -> int:
    """Write an example as a JSON file that `audit` reads."""
    if name not in EXAMPLES:
        raise bad(expected(joined(EXAMPLES, " or ", " 或 "), name, did_you_mean(name, EXAMPLES)), "NAME")
    if out is not None and Path(out).suffix.lower() != ".json":
        raise bad(expected(both("a name that ends in .json", "以 .json 结尾的文件名"), out), "--out")
    write(entity_text(getattr(cr.examples, name.replace("-", "_"))()), out)
    return 0
