"""Names the wrong cell: broken relations in, all smallest repairs out. Knows relations and cells only."""
