"""The ground floor: frozen data that every other floor shares. Standard library only."""
