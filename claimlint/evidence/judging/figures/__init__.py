"""Claimed figures beside measured ones: rates, amounts, how many were tried."""
