"""Who reads in these tests: three languages, one zone."""

from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
