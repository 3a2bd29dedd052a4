"""What is drawn: the only package that knows Rich. Functions return a renderable or text; nothing prints."""
