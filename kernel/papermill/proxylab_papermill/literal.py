"""Python's values as TypeScript writes them. Needs nothing but Python."""

import datetime
import json
import math
import re

# Beyond these a number in TypeScript is not exact: such an integer becomes a bigint.
LARGEST_EXACT = 2**53 - 1

# Words that no variable may be called, in a module: ECMAScript 2023, 12.7.2.
RESERVED = frozenset(
    """arguments await break case catch class const continue debugger default delete do else enum eval export extends
    false finally for function if implements import in instanceof interface let new null package private protected
    public return static super switch this throw true try typeof var void while with yield""".split()
)


def literal(value):
    """A value as an expression of TypeScript. Raises TypeError for one that has no counterpart."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return string(value)
    if isinstance(value, int):
        return int.__repr__(value) + ("" if abs(value) <= LARGEST_EXACT else "n")
    if isinstance(value, float):
        return number(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(name)}: {literal(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(literal(inner) for inner in value) + "]"
    if isinstance(value, (datetime.date, datetime.datetime)):
        return string(value.isoformat())
    raise TypeError(f"a value of type {type(value).__name__} cannot be written in TypeScript: {value!r}")


def string(value):
    """A string in double quotes, its characters as they are where a file can hold them."""
    text = json.dumps(str(value), ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def number(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return float.__repr__(value)


def key(name):
    """A field's name. `"__proto__": x` would set the prototype; computed, it is a field like any other."""
    text = string(name if isinstance(name, str) else json.dumps(name) if name is None or isinstance(name, bool) else name)
    return f"[{text}]" if text == '"__proto__"' else text


def variable(name):
    """A variable's name as given. Raises ValueError for one that TypeScript cannot have."""
    if not isinstance(name, str) or not re.fullmatch(r"[^\W\d]\w*", name.replace("$", "_")) or name in RESERVED:
        raise ValueError(f'parameter "{name}": not a name that a variable can have in TypeScript')
    return name
