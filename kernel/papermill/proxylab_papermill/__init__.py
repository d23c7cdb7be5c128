"""Teaches papermill to write parameters in TypeScript. papermill imports this as one of its engines."""

from papermill.engines import NBClientEngine
from papermill.translators import papermill_translators

from .translator import TypeScriptTranslator

papermill_translators.register("typescript", TypeScriptTranslator)


class Engine(NBClientEngine):
    """papermill's own engine, under a name by which papermill finds this package."""
