"""`python -m proof_verify` is the same command."""

from proof_verify import main

main()
