"""papermill's translator for notebooks in TypeScript."""

import re

from papermill.models import Parameter
from papermill.translators import Translator

from .literal import literal, variable

DECLARATION = re.compile(
    r"^\s*(?:export\s+)?(?:const|let|var)\s+(?P<name>[\w$]+)\s*(?::\s*(?P<type>[^=]+?)\s*)?=\s*"
    r"(?P<value>(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[^\"'`;]|;(?!\s*(?://|$)))*?)"
    r"\s*;?\s*(?://\s*(?P<help>.*))?$"
)


class TypeScriptTranslator(Translator):
    """Writes `var name = value;`: `var`, because a notebook may declare the name already, with another type."""

    @classmethod
    def translate(cls, val):
        return literal(val)

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"var {variable(name)} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        """The parameters that a cell declares, one a line; the comment behind one is its help."""
        found = [DECLARATION.match(line) for line in parameters_cell["source"].splitlines()]
        return [
            Parameter(
                name=match["name"],
                inferred_type_name=match["type"] or "None",
                default=match["value"].strip(),
                help=(match["help"] or "").strip(),
            )
            for match in found
            if match
        ]
