"""A test in each language that the product speaks."""

import pytest

IN_EACH_LANGUAGE = pytest.mark.parametrize("language_code", ["en", "zh-hans", "zh-hant"])
