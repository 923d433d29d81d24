"""Goods that customers send back: returns and exchanges (handbook D, step 3; tables 16-10 and 16-12)."""
