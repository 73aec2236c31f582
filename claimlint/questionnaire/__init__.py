"""Questions for the vendor out, answers in: workbook, Word document or CSV."""
