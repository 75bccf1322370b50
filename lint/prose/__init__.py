"""What the prose of a report states: quantities in Chinese sentences, and what they count."""
