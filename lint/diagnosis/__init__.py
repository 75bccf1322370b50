"""Names the wrong cell: broken relations in, all smallest repairs out. Knows linear relations and cells, nothing else."""
