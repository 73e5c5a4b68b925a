"""The ledger's pages: positions, commitments, forecasts, events and framing, each with the words that it rests on."""
