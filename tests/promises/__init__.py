"""What the product promises about every conversation, whatever arrives, however often and in whatever order.

The usual run takes a sample where everything would take long; `LONG_SWEEPS=1 pytest tests/promises` takes everything.
"""

import os

LONG = bool(os.environ.get("LONG_SWEEPS"))
