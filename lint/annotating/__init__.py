"""Comments for a Word document that stays as it is otherwise."""
