"""The self-service kiosk: one large screen for who checks in alone."""
