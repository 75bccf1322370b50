"""Whole collections of reports as columns: one row a report in a Parquet file, and all rows checked in batches."""
