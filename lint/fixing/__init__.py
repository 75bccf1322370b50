"""What can be corrected in a report without asking anybody, and the proof that it got better."""
