"""xxgk-lint: checks the annual information-disclosure reports of Chinese government bodies."""

__version__ = "0.1.0"
