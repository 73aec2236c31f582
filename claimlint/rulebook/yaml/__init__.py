"""From YAML files to rules, word lists, topics and kinds of evidence, strictly."""
