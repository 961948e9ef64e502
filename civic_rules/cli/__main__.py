"""`python -m civic_rules.cli`: the command `civic-rules`."""

from civic_rules.cli import main

if __name__ == "__main__":
    main()
