"""The same check on many machines: pieces of it go to the workers of a Dask cluster, the results come back in order."""
