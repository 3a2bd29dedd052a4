"""Pictures as inline SVG, in the colours of the page around them. Pure functions: a model in, markup out."""
