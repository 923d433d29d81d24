"""The technician's work on a job: on the way, arrived, finished with the service record."""
