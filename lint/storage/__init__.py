"""Files in stores elsewhere, by fsspec: listed, read, read in parts, and put there. Nothing of it is loaded before."""
