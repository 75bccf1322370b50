"""The roof: click, the terminal and the environment."""
