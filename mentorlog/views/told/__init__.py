"""The pages in plain sentences and lines with tabs, for pipes and screen readers. Nothing here loads Rich."""
