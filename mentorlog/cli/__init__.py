"""What a person types: one file per noun or moment. The only package that knows Typer."""
