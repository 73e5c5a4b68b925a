"""How statements of PolNeAR were drawn and labelled, by which the ledger's commitments and forecasts are measured."""
