"""jupyter_kernel_test over the kernel "proxylab": every one of its tests, with samples in TypeScript."""

import os
import unittest

import jupyter_kernel_test as suite


class ProxyLab(suite.KernelTests):
    kernel_name = os.environ.get("KERNEL", "proxylab")
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = 'console.log("hello, world")'
    code_stderr = 'console.error("oops")'
    completion_samples = [
        {"text": "Math.sq", "matches": {"sqrt"}},
        {"text": '"🎉".toUpp', "matches": {"toUpperCase"}},
        {"text": "Array.isA", "matches": {"isArray"}},
    ]
    complete_code_samples = ["1", "const a = 1;\nconst b = 2;", "function f() {\n  return 1;\n}", "// only words"]
    incomplete_code_samples = ["function f() {", "f(1,", "`text", "/* words", "if (true) {\n  1;\n", "const a ="]
    invalid_code_samples = ["const = 1;\nconst b = 2;", "a b c\nd", ") + 1\n2"]
    code_page_something = "cost?"
    code_generate_error = 'throw new Error("no")'
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": "[1, 2].map((x) => x * x)", "result": "[ 1, 4 ]"},
        {"code": "const word: string = '🎉'; word", "result": "'🎉'"},
        {"code": "await Promise.resolve(7)", "result": "7"},
    ]
    code_display_data = [
        {"code": 'await display(d3.create ? plot([{ y: [1, 2] }]) : 0)', "mime": "application/vnd.plotly.v1+json"},
        {"code": "await display({ a: 1 })", "mime": "text/plain"},
    ]
    code_history_pattern = "1 + ? + *"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "cost"
    code_clear_output = "clearOutput()"


if __name__ == "__main__":
    unittest.main(verbosity=2)
