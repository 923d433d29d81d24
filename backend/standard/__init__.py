"""The service standard: which clocks a ticket runs against, and how long each may take."""
