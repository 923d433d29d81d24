"""The day in numbers: the technician's daily report (table 16-1.6) and the supervisor's (16-1.7)."""
