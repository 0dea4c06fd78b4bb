"""Found by Python before a server's own code (PYTHONPATH), makes it tell the lie that LIE names."""

import os
import runpy
import sys

lie = os.path.join(os.path.dirname(__file__), "..", os.environ.get("LIE", "") + ".py")
# Not in pip or venv: only where a server of a system starts.
if os.path.isfile(lie) and "SERVER_ID" in os.environ:
    runpy.run_path(lie)
