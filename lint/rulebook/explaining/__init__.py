"""A rule explained to people, as data: what is said of it, and the forms in which it is said."""
