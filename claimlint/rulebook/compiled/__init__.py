"""Rules and catalogue as bytes that open at once, and the digest by which they are known."""
