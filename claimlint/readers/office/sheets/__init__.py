"""Workbooks: SpreadsheetML, one sheet after another."""
