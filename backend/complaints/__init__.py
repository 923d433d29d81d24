"""Complaints as they are taken (form book, tables 16-2 to 16-4; manual B 4.2)."""
