"""Call-backs: dissatisfied customers are called by the supervisor (form book, table 16-5.6)."""
