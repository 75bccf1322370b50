"""``python -m lint`` is ``xxgk-lint``."""

from lint.cli import main

if __name__ == "__main__":
    main()
