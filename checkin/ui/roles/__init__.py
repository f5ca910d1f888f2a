"""Who works here: signing in, PINs, and the lock that scanning goes on under."""
