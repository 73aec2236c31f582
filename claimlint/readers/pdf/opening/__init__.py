"""A PDF is opened, mended where its trailer is lost, and refused where it would unpack too far."""
