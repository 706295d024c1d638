"""Runs a notebook from its first cell to its last, and looks at what it shows: notebook.py NOTEBOOK"""

import re
import sys

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

notebook = nbformat.read(sys.argv[1], as_version=4)
nbformat.validate(notebook)
kept = [cell for cell in notebook.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)]
assert not kept, "a notebook is kept without what it showed"
# In the year that is shown all models are in force: no difference in it is nothing.
check = """
table = differences(summary, ["state_net", "relatives_hours"], "fixed")
assert len(table) >= 5 and (table["mean"] != 0).all() and (table["p05"] < table["p95"]).all(), table
"""
notebook.cells.append(nbformat.v4.new_code_cell(check))
# Spoken to through files: a machine may have others on it.
own = Config({"KernelManager": {"transport": "ipc"}})
NotebookClient(notebook, timeout=300, kernel_name="python3", config=own).execute()


def shown(cell):
    """What a cell shows, as text."""
    texts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    # A warning is told to whoever reads too, and there is nothing to be warned of.
    assert not any(output.get("name") == "stderr" for output in cell.outputs), texts
    return "\n".join(texts)


cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
for cell in cells:
    text = shown(cell)
    assert "nan" not in text.lower() and "Empty DataFrame" not in text, f"{cell.source}\n{text}"
everything = "\n".join(map(shown, cells))
for word in ("state_net", "relatives_hours", "fill_grant", "bpa_cost"):
    assert word in everything, word
assert re.search(r"fil_grant: .*«fill_grant»", everything), everything[-500:]
print(everything)
