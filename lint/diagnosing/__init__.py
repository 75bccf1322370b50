"""Between the engine and the diagnosis: the causes of a report's broken relations, in the words of the form."""
