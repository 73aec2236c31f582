"""The language server: claims while somebody writes."""
