"""Customers and staff, and how staff join."""
