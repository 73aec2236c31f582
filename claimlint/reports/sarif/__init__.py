"""SARIF 2.1.0 as GitHub code scanning takes it in."""
