"""`python -m civic_rules`: the command `civic-rules`, for whoever does not have it on the path."""

from civic_rules.cli import main

if __name__ == "__main__":
    main()
