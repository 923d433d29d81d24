"""Three phones on one machine: seeded data, a clock that can be moved, and a story that plays itself."""
