"""Who gets the job: the ranking with its reasons, and the offers made from it."""
