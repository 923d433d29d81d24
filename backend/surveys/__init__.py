"""The satisfaction survey of table 16-8: sent, reminded once, answered bit by bit, or lapsed."""
