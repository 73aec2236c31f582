"""What reports say, whatever their format: counts, disclosures, disputes, wording."""
