"""Events in and out, messages to klanten."""
